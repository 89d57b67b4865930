import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Sessions } from "./sessions.tsx";

type Session = Sessions["items"][number];

const ATTENDANCE = {
  present: ["positive", "You were there"],
  absent: ["neutral", "You were not there"],
  excused: ["neutral", "You were excused"],
} as const;

function WayIn({ session, state }: { session: Session; state: FormState | undefined }) {
  if (session.status === "cancelled" || session.isOver) return null;
  if (!session.canJoin)
    return (
      <p className="mt-3 text-14 text-muted">
        The way in opens at <Moment at={session.joinOpensAt} />. Reload this page then.
      </p>
    );
  return (
    <Form state={state} intent={`join:${session.sessionId}`} className="mt-3" reloadDocument>
      <input type="hidden" name="sessionId" value={session.sessionId} />
      <Button look="primary" icon="door-open">
        Come in
      </Button>
    </Form>
  );
}

/** A live session: when it is by one's own clock, the way in, and afterwards its recording. */
export function SessionCard({ session, state }: { session: Session; state: FormState | undefined }) {
  const attendance = session.attendance && ATTENDANCE[session.attendance];
  const recording =
    session.recordingUrl ?? (session.recordingFileId ? `/files/${session.recordingFileId}` : null);
  return (
    <li>
      <Card>
        <h3 className="flex flex-wrap items-center gap-x-2 font-semibold">
          <span dir="auto">{session.title}</span>
          {session.status === "cancelled" && <Badge tone="critical">Cancelled</Badge>}
          {attendance && <Badge tone={attendance[0]}>{attendance[1]}</Badge>}
        </h3>
        <p className="text-14 text-muted">
          <Moment at={session.startsAt} />, {session.durationMinutes} minutes
        </p>
        {session.cancelReason && (
          <p className="mt-2 whitespace-pre-line" dir="auto">
            {session.cancelReason}
          </p>
        )}
        {session.description && (
          <p className="mt-2 whitespace-pre-line" dir="auto">
            {session.description}
          </p>
        )}
        <WayIn session={session} state={state} />
        {recording && (
          <p className="mt-3">
            <TextLink to={recording}>See the recording</TextLink>
          </p>
        )}
      </Card>
    </li>
  );
}
