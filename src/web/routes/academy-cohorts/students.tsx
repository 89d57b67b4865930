import type { z } from "zod";
import {
  type CohortStudent,
  type CohortStudentPage,
  type Placeable,
  PlaceStudent,
} from "#modules/academy/contract/cohorts.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/students.ts";
import type { Cohort } from "./cohort.tsx";
import { CohortHead } from "./cohort-head.tsx";

type Row = z.output<typeof CohortStudent>;

export const handle: RouteHandle = {
  crumb: ({ cohort }: { cohort: Cohort }) => cohort.title,
  notices: { placed: "The student is placed.", out: "The student is taken out of the cohort." },
};

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const query = readTableQuery(request.url);
  const mayEnrol = viewer?.permissions.includes("academy:enrol") ?? false;
  const find = new URL(request.url).searchParams.get("find")?.slice(0, 120) ?? "";
  const [cohort, page, placeable] = await Promise.all([
    call<Cohort>("academy.get_cohort", params),
    call<z.output<typeof CohortStudentPage>>("academy.list_cohort_students", {
      ...params,
      text: query.q.slice(0, 120) || undefined,
      cursor: query.cursor ?? undefined,
    }),
    mayEnrol
      ? call<z.output<typeof Placeable>>("academy.find_placeable_students", { ...params, text: find })
      : { items: [] },
  ]);
  return { cohort, query, ...page, placeable: placeable.items, find };
}

export async function action(args: Route.ActionArgs) {
  const { cohortId } = args.params;
  const isOut = (await args.request.clone().formData()).get("intent") === "out";
  return submit(args, "academy.place_student", {
    schema: PlaceStudent,
    map: (form) => ({ ...form, cohortId: isOut ? "" : cohortId }),
    onSuccess: () => done(`/console/academy/cohorts/${cohortId}/students`, isOut ? "out" : "placed"),
  });
}

const WORDS: Record<Row["status"], string> = {
  active: "Learns",
  suspended: "Payment missing",
  revoked: "Paid back",
  expired: "Time over",
  cancelled: "Taken out",
};

const columns: readonly Column<Row>[] = [
  {
    key: "student",
    header: "Student",
    cell: (row) => (
      <NameLink to={`/console/academy/grades/students/${row.enrollmentId}`}>
        <span dir="auto">{row.student.name || "Erased person"}</span>
      </NameLink>
    ),
  },
  {
    key: "status",
    header: "Standing",
    cell: (row) => (row.completedAt ? "Has completed it" : WORDS[row.status]),
  },
  { key: "zone", header: "Clock", hiddenOnPhone: true, cell: (row) => row.zone.replaceAll("_", " ") },
  {
    key: "present",
    header: "At sessions",
    align: "end",
    cell: (row) =>
      row.sessionsHeld === 0 ? "None held yet" : `${row.sessionsPresent} of ${row.sessionsHeld}`,
  },
];

type Props = Pick<Route.ComponentProps, "loaderData" | "actionData">;

/** Puts somebody in; the search is an address, so that it works as plain HTML. */
function PlaceForms({ loaderData: { cohort, placeable, find, items }, actionData }: Props) {
  const nameOf = ({ student, cohortTitle }: (typeof placeable)[number]) =>
    cohortTitle ? `${student.name} (now in ${cohortTitle})` : student.name;
  return (
    <Section title="Place students">
      <Form method="get" className="flex max-w-form flex-wrap items-end gap-3">
        <TextInput name="find" label="Find by name or address" defaultValue={find} optional />
        <Button>Find</Button>
      </Form>
      {placeable.length === 0 ? (
        <p className="mt-4 text-muted">Nobody of the course could be placed{find && " by these words"}.</p>
      ) : (
        <Form state={actionData} intent="place" className="mt-4 max-w-form">
          <Select
            name="enrollmentId"
            label="Student"
            options={placeable.map((one) => ({ value: one.enrollmentId, label: nameOf(one) }))}
          />
          <TextInput name="reason" label="Why" optional maxLength={500} />
          <Button look="primary">Place in {cohort.title}</Button>
        </Form>
      )}
      {items.length > 0 && (
        <Disclosure summary="Take a student out" open={actionData?.intent === "out"}>
          <Form state={actionData} intent="out" className="max-w-form">
            <Select
              name="enrollmentId"
              label="Student"
              options={items.map(({ enrollmentId, student }) => ({
                value: enrollmentId,
                label: student.name,
              }))}
            />
            <TextInput name="reason" label="Why" optional maxLength={500} />
            <Button>Take out</Button>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

export default function CohortStudents({ loaderData, actionData }: Route.ComponentProps) {
  const { cohort, query, items, nextCursor } = loaderData;
  const mayEnrol = usePermission("academy:enrol");
  return (
    <>
      <CohortHead cohort={cohort} />
      <DataTable
        caption="Students of the cohort"
        columns={columns}
        rows={items}
        rowKey={(row) => row.enrollmentId}
        query={query}
        search="Student"
        page={{ next: nextCursor }}
        noun={["student", "students"]}
        csv={`/console/academy/cohorts/${cohort.cohortId}/students.csv`}
        empty={
          <EmptyState
            icon="users"
            title="Nobody is in it yet"
            text="Place students below, or let them choose it."
          />
        }
      />
      {mayEnrol && <PlaceForms loaderData={loaderData} actionData={actionData} />}
    </>
  );
}
