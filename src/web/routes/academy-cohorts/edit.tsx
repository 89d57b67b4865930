import type { z } from "zod";
import { type CohortSummary, UpdateCohort } from "#modules/academy/contract/cohorts.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import type { Route } from "./+types/edit.ts";
import { CohortFields } from "./cohort-fields.tsx";

type Cohort = z.output<typeof CohortSummary>;

export const handle: RouteHandle = { crumb: ({ title }: Cohort) => title };

export async function loader({ context, params }: Route.LoaderArgs) {
  return context.get(pageContext).call<Cohort>("academy.get_cohort", params);
}

export async function action(args: Route.ActionArgs) {
  const { cohortId } = args.params;
  return submit(args, "academy.update_cohort", {
    schema: UpdateCohort,
    map: (form) => ({ ...form, cohortId }),
    onSuccess: () => done(`/console/academy/cohorts/${cohortId}`, "changed"),
  });
}

export default function EditCohort({ loaderData: cohort, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={<span dir="auto">{cohort.title}</span>}
        lead="With another first day, lessons that open by days move along for its students."
      />
      <Form state={actionData} className="max-w-form">
        <input type="hidden" name="version" value={cohort.version} />
        <CohortFields cohort={cohort} zone={cohort.zone} />
        <RadioGroup
          name="status"
          legend="Students"
          defaultValue={cohort.status}
          choices={[
            { value: "open", label: "Takes students" },
            { value: "closed", label: "Takes nobody more" },
            {
              value: "cancelled",
              label: "Does not take place",
              hint: "Its students stay in it until you move them.",
            },
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Keep the changes</Button>
          <LinkButton to={`/console/academy/cohorts/${cohort.cohortId}`}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
