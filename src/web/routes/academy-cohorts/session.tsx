import { CancelSession, MarkAttendance, UpdateSession } from "#modules/academy/contract/sessions.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/session.ts";
import { AttendanceForm } from "./attendance-form.tsx";
import { type Session, SessionFields } from "./session-fields.tsx";

export const handle: RouteHandle = {
  crumb: ({ title }: Session) => title,
  notices: {
    scheduled: "The session is scheduled. Students see it now.",
    changed: "The session is changed. Students get a mail where its time or title is another.",
    recording: "The recording is kept.",
    cancelled: "The session is cancelled. Students get a mail.",
    marked: "The attendance is kept.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return context.get(pageContext).call<Session>("academy.get_session", params);
}

const STEPS = {
  change: ["academy.update_session", UpdateSession, "changed"],
  recording: ["academy.update_session", UpdateSession, "recording"],
  cancel: ["academy.cancel_session", CancelSession, "cancelled"],
  attendance: ["academy.mark_attendance", MarkAttendance, "marked"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { sessionId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, schema, notice] = STEPS[intent as keyof typeof STEPS] ?? STEPS.change;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, sessionId }),
    onSuccess: () => done(`/console/academy/cohorts/sessions/${sessionId}`, notice),
  });
}

type Props = { session: Session; state: Route.ComponentProps["actionData"] };

function ChangeForms({ session, state }: Props) {
  const version = <input type="hidden" name="version" value={session.version} />;
  return (
    <Section title="Change">
      <Disclosure summary="Time, title and link" open={state?.intent === "change"}>
        <Form state={state} intent="change" className="max-w-form">
          {version}
          <SessionFields session={session} zone={session.zone} />
          <Button look="primary">Keep the changes</Button>
        </Form>
      </Disclosure>
      <Disclosure summary="Recording" open={state?.intent === "recording"}>
        <Form state={state} intent="recording" className="max-w-form">
          {version}
          <TextInput
            name="recordingUrl"
            type="url"
            label="Link to the recording"
            hint="Students of the cohort see it once the session is over."
            optional
            defaultValue={session.recordingUrl ?? undefined}
          />
          <Button>Keep the link</Button>
        </Form>
      </Disclosure>
      <Disclosure summary="Cancel the session" open={state?.intent === "cancel"}>
        <Form state={state} intent="cancel" className="max-w-form">
          {version}
          <TextArea name="reason" label="What students read about it" optional rows={2} maxLength={500} />
          <Button look="danger">Cancel the session</Button>
        </Form>
      </Disclosure>
    </Section>
  );
}

export default function SessionPage({ loaderData: session, actionData }: Route.ComponentProps) {
  const mayEnrol = usePermission("academy:enrol");
  const marked = session.present + session.absent + session.excused;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{session.title}</span>}
        over={
          <TextLink to={`/console/academy/cohorts/${session.cohortId}`}>
            {session.courseTitle}, {session.cohortTitle}
          </TextLink>
        }
        lead={
          <>
            <Moment at={session.startsAt} />, {session.durationMinutes} minutes. Planned by{" "}
            {session.zone.replaceAll("_", " ")} time.
          </>
        }
      />
      {session.status === "cancelled" && (
        <Notice tone="critical" title="This session is cancelled">
          {session.cancelReason}
        </Notice>
      )}
      <Facts
        facts={[
          {
            label: "Came in",
            value: session.joined,
            note: session.capacity === null ? undefined : `of ${session.capacity} places`,
          },
          { label: "Present", value: session.present },
          { label: "Absent", value: session.absent },
          {
            label: "Excused",
            value: session.excused,
            note: `${marked} of ${session.attendance.length} marked`,
          },
        ]}
      />
      <Section
        title="Attendance"
        note="Coming in by the link is noted. Whether somebody was there says a person."
      >
        <AttendanceForm session={session} state={actionData} mayMark={mayEnrol} />
      </Section>
      {mayEnrol && session.status === "scheduled" && <ChangeForms session={session} state={actionData} />}
    </>
  );
}
