import { Form } from "#web/forms/form.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Moment } from "#web/ui/time.tsx";

interface SessionItem {
  sessionId: string;
  device: string;
  address: string | null;
  createdAt: string;
  seenAt: string;
}

interface SessionListProps {
  sessions: readonly SessionItem[];
  /** Which one is this browser; it is signed out by the menu. */
  currentId?: string;
  mayEnd: boolean;
}

/** Browsers that are signed in, each with a way to end it. */
export function SessionList({ sessions, currentId, mayEnd }: SessionListProps) {
  if (sessions.length === 0)
    return (
      <Card>
        <p className="py-2 text-muted">No browser is signed in.</p>
      </Card>
    );
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.sessionId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <Icon name="monitor" className="text-muted" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {session.device}
                {session.sessionId === currentId && <Badge tone="accent">This browser</Badge>}
              </p>
              <p className="text-13 text-muted">
                Seen <Moment at={session.seenAt} ago />, signed in <Moment at={session.createdAt} />
                {session.address && `, from ${session.address}`}
              </p>
            </div>
            {mayEnd && session.sessionId !== currentId && (
              <Form intent="session" className="">
                <input type="hidden" name="sessionId" value={session.sessionId} />
                <Button size="small">
                  Sign out<span className="sr-only"> {session.device}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
