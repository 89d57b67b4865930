import type { z } from "zod";
import { type ChangedSession, ScheduleSession } from "#modules/academy/contract/sessions.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/new-session.ts";
import type { Cohort } from "./cohort.tsx";
import { SessionFields } from "./session-fields.tsx";

export const handle: RouteHandle = { crumb: "New session" };

export async function loader({ context, params }: Route.LoaderArgs) {
  return context.get(pageContext).call<Cohort>("academy.get_cohort", params);
}

export async function action(args: Route.ActionArgs) {
  const { cohortId } = args.params;
  return submit<z.output<typeof ChangedSession>>(args, "academy.schedule_session", {
    schema: ScheduleSession,
    map: (form) => ({ ...form, cohortId }),
    onSuccess: ({ sessionId }) => done(`/console/academy/cohorts/sessions/${sessionId}`, "scheduled"),
  });
}

export default function NewSession({ loaderData: cohort, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Schedule a session" over={<span dir="auto">{cohort.title}</span>} />
      <Form state={actionData} className="max-w-form">
        <SessionFields zone={cohort.zone} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Schedule the session</Button>
          <LinkButton to={`/console/academy/cohorts/${cohort.cohortId}`}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
