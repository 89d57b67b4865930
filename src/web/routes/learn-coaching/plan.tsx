import type { FormState } from "#web/forms/form-state.ts";
import { CourseOfMine, type MyPlan, SetMyGoal, SetMyPlan } from "#modules/academy/contract/coaching.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/plan.ts";
import { weekdays } from "./weekdays.ts";

export const handle: RouteHandle = {
  crumb: "Goal and plan",
  notices: {
    goal_set: "Your goal is written down.",
    plan_set: "Your plan is set.",
    steps_hidden: "The first steps are hidden.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return { plan: await context.get(pageContext).call<MyPlan>("academy.get_my_plan", params) };
}

export async function action(args: Route.ActionArgs) {
  const { course } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  if (intent === "hide")
    return submit(args, "academy.hide_my_onboarding", {
      schema: CourseOfMine,
      map: () => ({ course }),
      onSuccess: () => done(`/learn/${course}`, "steps_hidden"),
    });
  const isGoal = intent === "goal";
  return submit(args, isGoal ? "academy.set_my_goal" : "academy.set_my_plan", {
    schema: isGoal ? SetMyGoal : SetMyPlan,
    map: (form) => ({ ...form, course }),
    onSuccess: () => done(`/learn/${course}/plan`, isGoal ? "goal_set" : "plan_set"),
  });
}

export default function Plan({ loaderData: { plan }, actionData }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHeader
        title="Goal and plan"
        lead={plan.course.title}
        over={<TextLink to={`/learn/${plan.course.slug}`}>Back to the course</TextLink>}
      />
      <div className="space-y-10">
        <Section title="Goal">
          <Card>
            <Form state={actionData} intent="goal">
              <TextArea
                name="goal"
                label="What do you want to have at the end?"
                hint="One sentence is enough. It stands here for you alone."
                rows={2}
                defaultValue={plan.goal}
              />
              <Button look={plan.goal ? "secondary" : "primary"}>Save the goal</Button>
            </Form>
          </Card>
        </Section>
        <div id="plan" className="scroll-mt-8">
          <Section title="Weekly plan">
            <Card>
              <PlanForm plan={plan} state={actionData} />
            </Card>
          </Section>
        </div>
      </div>
    </div>
  );
}

function PlanForm({ plan, state }: { plan: MyPlan; state: FormState | undefined }) {
  const { locale } = useFormat();
  return (
    <Form state={state} intent="plan" names={{ days: "Days" }}>
      <fieldset>
        <legend className="text-13 font-medium">Days you learn on</legend>
        <div className="mt-2 grid grid-cols-2 gap-x-6 sm:grid-cols-4">
          {weekdays(locale).map(({ day, name }) => (
            <Checkbox
              key={day}
              name="days[]"
              value={String(day)}
              label={name}
              defaultChecked={plan.days.includes(day)}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberInput
          name="minutes"
          label="Time on each of these days"
          unit="minutes"
          min={5}
          max={720}
          defaultValue={plan.minutes || 30}
        />
        <TextInput
          name="at"
          type="time"
          label="At"
          hint={`In your time zone, ${plan.zone}`}
          defaultValue={plan.at}
        />
      </div>
      <Switch
        name="wantsMail"
        label="Write to me about this course"
        hint="A reminder on a planned day when you have not been here, two a week at most. Each mail has a link that ends them."
        defaultChecked={plan.wantsMail}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput name="quietFrom" type="time" label="No mail from" defaultValue={plan.quietFrom} />
        <TextInput name="quietUntil" type="time" label="until" defaultValue={plan.quietUntil} />
      </div>
      <Button look={plan.isSet ? "secondary" : "primary"}>Save the plan</Button>
    </Form>
  );
}
