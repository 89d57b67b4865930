import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";

interface CalendarCardProps {
  course: string;
  calendar: { createdAt: string | null };
  /** The address, just made. */
  made: { url: string } | undefined;
  state: FormState | undefined;
}

/** Sessions in the student's own calendar, by a secret address. */
export function CalendarCard({ course, calendar, made, state }: CalendarCardProps) {
  return (
    <Section
      title="In your own calendar"
      note="A secret address that a calendar program can follow. Sessions move in it when they move here."
    >
      {made ? (
        <>
          <Notice tone="caution" title="Copy it now: it is shown this once" />
          <div className="mt-4">
            <CopyField
              label="Address for your calendar"
              hint="Google Calendar: Other calendars, From URL. Apple Calendar: New Calendar Subscription. Outlook: Subscribe from web. Whoever has it can read your sessions."
              value={made.url}
            />
          </div>
          <div className="mt-4">
            <LinkButton to={`/learn/${course}/sessions`}>I have copied it</LinkButton>
          </div>
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Form state={state} intent="calendar">
            <Button icon="calendar-days">
              {calendar.createdAt ? "Make a new address" : "Make an address"}
            </Button>
          </Form>
          {calendar.createdAt && (
            <>
              <Form intent="revoke">
                <Button look="quiet">End the address</Button>
              </Form>
              <span className="text-13 text-muted">
                You have one since <Moment at={calendar.createdAt} />.
              </span>
            </>
          )}
        </div>
      )}
    </Section>
  );
}
