import type { z } from "zod";
import {
  ChangeEnrollment,
  ClearOpening,
  type EnrollmentRecord,
  SetOpening,
} from "#modules/academy/contract/students.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { typedInstant } from "#web/forms/typed-instant.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/student.ts";
import { LessonRow } from "./lesson-row.tsx";
import { SOURCES, STANDINGS, StudentState } from "./standing.tsx";
import { StandingForm } from "./standing-form.tsx";

type StudentRecord = z.output<typeof EnrollmentRecord>;

export const handle: RouteHandle = {
  crumb: ({ record }: { record: StudentRecord }) => record.name,
  notices: {
    enrolled: "The student is enrolled.",
    known: "This student took the course before, and goes on where they were.",
    changed: "The standing is changed.",
    opened: "The lesson opens as you said.",
    cleared: "The lesson opens by its rule again.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, zone } = context.get(pageContext);
  return { zone, record: await call<StudentRecord>("academy.get_enrollment", params) };
}

export async function action(args: Route.ActionArgs) {
  const { enrollmentId } = args.params;
  const { zone } = args.context.get(pageContext);
  const here = `/console/academy/students/${enrollmentId}`;
  // A record has many forms of one kind; what comes after the colon says which.
  const [intent] = String((await args.request.clone().formData()).get("intent")).split(":");
  if (intent === "open")
    return submit(args, "academy.set_opening", {
      schema: SetOpening,
      map: (form) => ({ ...form, enrollmentId, opensAt: typedInstant(form.opensAt, zone) }),
      onSuccess: () => done(here, "opened"),
    });
  if (intent === "clear")
    return submit(args, "academy.clear_opening", {
      schema: ClearOpening,
      map: (form) => ({ ...form, enrollmentId }),
      onSuccess: () => done(here, "cleared"),
    });
  return submit(args, "academy.change_enrollment", {
    schema: ChangeEnrollment,
    map: (form) => ({ ...form, enrollmentId }),
    onSuccess: () => done(here, "changed"),
  });
}

function Facts({ record }: { record: StudentRecord }) {
  return (
    <KeyValue
      pairs={[
        {
          label: "Person",
          value: <NameLink to={`/console/customers/people/${record.personId}`}>{record.email}</NameLink>,
        },
        {
          label: "Customer",
          value: <NameLink to={`/console/customers/${record.accountId}`}>Open the account</NameLink>,
        },
        { label: "Came by", value: SOURCES[record.sourceKind] ?? record.sourceKind },
        { label: "Lessons", value: `${record.done} of ${record.total} completed` },
        { label: "Began", value: <Moment at={record.startedAt} /> },
        { label: "Last seen", value: record.lastActiveAt ? <Moment at={record.lastActiveAt} /> : "Not yet" },
        { label: "Completed", value: record.completedAt ? <Moment at={record.completedAt} /> : "Not yet" },
        { label: "Time zone", value: record.zone },
      ]}
    />
  );
}

function History({ history }: { history: StudentRecord["history"] }) {
  return (
    <ol className="divide-y divide-line">
      {history.toReversed().map((entry) => (
        <li key={entry.at + entry.status} className="px-4 py-3">
          <p className="font-medium">{STANDINGS[entry.status].word}</p>
          <p className="text-13 text-muted [overflow-wrap:anywhere]">
            <Moment at={entry.at} />
            {entry.byName && `, by ${entry.byName}`}. {causeWords(entry.cause)}
          </p>
        </li>
      ))}
    </ol>
  );
}

const CAUSES: Record<string, string> = {
  staff: "By staff.",
  "academy.seat_given": "A seat was given.",
  "academy.seat_taken_back": "The seat was taken back.",
  "academy.invitation_accepted": "The invitation was taken.",
  "billing.purchase_activated": "The course was paid.",
  "people.member_left": "They left the account.",
};

const causeWords = (cause: string): string =>
  CAUSES[cause] ??
  (cause.startsWith("staff: ") ? cause.slice("staff: ".length) : "What the account may use changed.");

export default function Student({ loaderData: { record, zone }, actionData }: Route.ComponentProps) {
  const mayEnrol = usePermission("academy:enrol");
  return (
    <>
      <PageHeader
        title={<span dir="auto">{record.name}</span>}
        over={<span dir="auto">{record.courseTitle}</span>}
        lead={<StudentState {...record} />}
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <Section title="Student">
          <Card>
            <Facts record={record} />
          </Card>
        </Section>
        <Section title="Standing">
          <Card flush>
            <History history={record.history} />
          </Card>
          {mayEnrol && <StandingForm status={record.status} state={actionData} />}
        </Section>
      </div>
      <Section title="Lessons">
        <Card flush>
          <ul className="divide-y divide-line">
            {record.lessons.map((lesson) => (
              <LessonRow
                key={lesson.key}
                lesson={lesson}
                zone={zone}
                mayChange={mayEnrol}
                state={actionData}
              />
            ))}
          </ul>
        </Card>
      </Section>
    </>
  );
}
