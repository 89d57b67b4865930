import { z } from "zod";
import { CreateExperiment } from "#modules/playbook/contract/experiments.ts";
import type { MetricChoices } from "#modules/playbook/contract/measure.ts";
import type { WorkPackageNames } from "#modules/playbook/contract/work-package.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { loadPeople, peopleOptions } from "#web/parts/load-people.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/new-experiment.ts";
import { dayAfter } from "./week-words.ts";

export const handle: RouteHandle = { crumb: "Plan an experiment" };

/** People name the last day; the operation takes the day after. */
const PlanExperiment = z
  .object({
    ...CreateExperiment.shape,
    endsOn: z.iso.date(),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ["endsOn"],
    error: "Choose a day that is not before the first",
  });

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const [{ metrics }, { workPackages }, people] = await Promise.all([
    call<z.output<typeof MetricChoices>>("playbook.list_metrics", {}),
    call<z.output<typeof WorkPackageNames>>("playbook.list_work_packages", {}),
    loadPeople(call),
  ]);
  const workPackageId = new URL(request.url).searchParams.get("work");
  return { metrics, workPackages, people, workPackageId };
}

export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  const create = (input: z.output<typeof PlanExperiment>) =>
    call<{ id: string }>("playbook.create_experiment", { ...input, endsOn: dayAfter(input.endsOn) });
  return submit(args, create, {
    schema: PlanExperiment,
    onSuccess: ({ id }) => done(`/console/plan/experiments/${id}`, "planned"),
  });
}

export default function NewExperiment({ loaderData, actionData }: Route.ComponentProps) {
  const { metrics, workPackages, people, workPackageId } = loaderData;
  return (
    <>
      <PageHeader
        title="Plan an experiment"
        lead="Write it down before you try it, so that the result can surprise you."
      />
      <Form state={actionData} className="max-w-form">
        <TextInput name="title" label="Name" maxLength={200} />
        <TextArea
          name="hypothesis"
          label="What you believe"
          hint="If we do this, that happens, because of this."
          rows={4}
          maxLength={4000}
        />
        <Measured metrics={metrics} />
        <Combobox
          name="workPackageId"
          label="Part of the work on"
          options={workPackages.map(({ id, title, phase }) => ({
            value: id,
            label: title,
            ...(phase && { group: phase }),
          }))}
          placeholder="No work package"
          defaultValue={workPackageId ?? undefined}
          optional
        />
        <Combobox
          name="ownerId"
          label="Owner"
          hint="Writes down the result and decides."
          options={peopleOptions(people)}
          placeholder="Nobody yet"
          optional
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Plan the experiment</Button>
          <LinkButton to="/console/plan/experiments">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}

type Metrics = Route.ComponentProps["loaderData"]["metrics"];

/** What shows whether it is so, from where to where, and when. */
function Measured({ metrics }: { metrics: Metrics }) {
  const { today } = useFormat();
  return (
    <>
      <Combobox
        name="metric"
        label="Number that shows it"
        options={metrics.map(({ key, title }) => ({ value: key, label: title }))}
        placeholder="None: people judge it"
        optional
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberInput
          name="baselineValue"
          label="Where it stands"
          hint="Empty: what is measured now."
          step="any"
          optional
        />
        <NumberInput
          name="expectedValue"
          label="Where you expect it"
          hint="At the end."
          step="any"
          optional
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateInput name="startsOn" label="First day" defaultValue={today} />
        <DateInput name="endsOn" label="Last day" />
      </div>
    </>
  );
}
