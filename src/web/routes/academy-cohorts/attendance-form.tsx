import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Select } from "#web/ui/select.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Session } from "./session-fields.tsx";

const OPTIONS = [
  { value: "present", label: "Present" },
  { value: "absent", label: "Absent" },
  { value: "excused", label: "Excused" },
];

/** Who was there; everybody in one form. */
export function AttendanceForm({
  session,
  state,
  mayMark,
}: {
  session: Session;
  state: FormState | undefined;
  mayMark: boolean;
}) {
  if (session.attendance.length === 0) return <EmptyState icon="users" title="Nobody is in the cohort yet" />;
  return (
    <Form state={state} intent="attendance">
      <Card flush>
        <ul className="divide-y divide-line">
          {session.attendance.map((one, at) => {
            const name = one.student.name || "Erased person";
            return (
              <li key={one.enrollmentId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
                <input type="hidden" name={`marks[${at}].enrollmentId`} value={one.enrollmentId} />
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  <span dir="auto" className="font-medium">
                    {name}
                  </span>
                  {one.joinedAt && (
                    <span className="block text-13 text-muted">
                      Came in <Moment at={one.joinedAt} />
                    </span>
                  )}
                </span>
                <div className="w-40">
                  <Select
                    name={`marks[${at}].status`}
                    label={`Attendance of ${name}`}
                    labelHidden
                    options={OPTIONS}
                    emptyLabel="Not marked"
                    defaultValue={one.status ?? ""}
                    disabled={!mayMark}
                  />
                </div>
              </li>
            );
          })}
        </ul>
      </Card>
      {mayMark && <Button look="primary">Keep the attendance</Button>}
    </Form>
  );
}
