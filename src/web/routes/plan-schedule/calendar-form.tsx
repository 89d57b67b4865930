import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import type { RawForm } from "#web/forms/raw-form.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

/** Which days are worked: ISO weekdays, Monday 1 to Sunday 7, and days off. */
export interface CalendarData {
  weekdays: number[];
  holidays: string[];
}

// 4 January 2027 was a Monday.
const WEEK = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, on: `2027-01-${String(day + 3).padStart(2, "0")}` }));

/** Days off are written one a line; the operation wants a list. */
export function readCalendar(form: RawForm): Record<string, unknown> {
  const { holidays } = form;
  return {
    weekdays: form.weekdays,
    holidays: typeof holidays === "string" ? holidays.split(/[\s,;]+/u).filter(Boolean) : [],
  };
}

/** The working days that links and durations are counted in, and the form to change them. */
export function CalendarForm({
  state,
  calendar,
  mayEdit,
}: {
  state: FormState | undefined;
  calendar: CalendarData;
  mayEdit: boolean;
}) {
  const { locale } = useFormat();
  const nameOf = (on: string, style: "long" | "short") =>
    new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" }).format(new Date(`${on}T12:00:00Z`));
  const worked = WEEK.filter(({ day }) => calendar.weekdays.includes(day));
  return (
    <Section title="Working days">
      <p className="text-muted">
        {worked.map(({ on }) => nameOf(on, "short")).join(", ")}
        {calendar.holidays.length > 0 && `, without ${countOf(calendar.holidays.length, "day")} off`}.
      </p>
      {mayEdit && (
        <Disclosure summary="Change working days" open={state?.intent === "calendar"}>
          <Card>
            <Form state={state} intent="calendar" className="max-w-form">
              <fieldset>
                <legend className="font-medium">Days of the week</legend>
                <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
                  {WEEK.map(({ day, on }) => (
                    <Checkbox
                      key={day}
                      name="weekdays"
                      value={String(day)}
                      label={nameOf(on, "long")}
                      defaultChecked={calendar.weekdays.includes(day)}
                    />
                  ))}
                </div>
              </fieldset>
              <TextArea
                name="holidays"
                label="Days off"
                hint="One date a line, as year, month, day: 2027-12-24"
                optional
                rows={4}
                mono
                defaultValue={calendar.holidays.join("\n")}
              />
              <p className="text-13 text-muted">Work that has not begun moves to days that are worked.</p>
              <Button>Set working days</Button>
            </Form>
          </Card>
        </Disclosure>
      )}
    </Section>
  );
}
