import { AnswerSurvey, type MySurvey } from "#modules/academy/contract/coaching.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Route } from "./+types/survey.ts";

export const handle: RouteHandle = {
  crumb: "Your opinion",
  notices: { answered: "Thank you. Somebody reads this." },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { moment } = await context.get(pageContext).call<MySurvey>("academy.get_my_survey", params);
  return { moment, course: params.course };
}

export async function action(args: Route.ActionArgs) {
  const { course } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  return submit(args, "academy.answer_survey", {
    schema: AnswerSurvey,
    map: (form) => ({ ...form, course, ...(intent === "skip" && { score: null, comment: "" }) }),
    onSuccess: () => done(`/learn/${course}`, intent === "skip" ? undefined : "answered"),
  });
}

const SCORES = Array.from({ length: 11 }, (_, score) => ({
  value: String(score),
  label: score === 0 ? "0, not at all" : score === 10 ? "10, without a doubt" : String(score),
}));

export default function Survey({ loaderData: { moment, course }, actionData }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHeader title="Would you recommend this course?" />
      {moment === null ? (
        <EmptyState
          icon="message-square"
          title="There is no question now"
          text="You are asked half-way and at the end, once each."
          action={<LinkButton to={`/learn/${course}`}>Back to the course</LinkButton>}
        />
      ) : (
        <Card>
          <Form state={actionData} intent="answer">
            <input type="hidden" name="moment" value={moment} />
            <RadioGroup name="score" legend="To somebody like you, from 0 to 10" choices={SCORES} inline />
            <TextArea name="comment" label="Why?" rows={4} optional />
            <Button look="primary">Send the answer</Button>
          </Form>
          <Form intent="skip" className="mt-4">
            <input type="hidden" name="moment" value={moment} />
            <Button look="quiet" size="small">
              I do not want to say
            </Button>
          </Form>
        </Card>
      )}
    </div>
  );
}
