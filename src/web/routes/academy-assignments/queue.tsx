import { redirect } from "react-router";
import type { z } from "zod";
import type { CourseWorkList } from "#modules/academy/contract/grade-book.ts";
import {
  type ClaimedNext,
  ClaimNext,
  ReleaseMarks,
  type SubmissionPage,
  type SubmissionSummary,
} from "#modules/academy/contract/marking.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/queue.ts";
import { readQueueQuery } from "./queue-query.ts";
import { percentOf, SubmissionState } from "./standing.tsx";

type Row = z.output<typeof SubmissionSummary>;

export const handle: RouteHandle = {
  crumb: "Work",
  wide: true,
  notices: {
    none: "Nothing waits that is not on somebody's table.",
    released: "The marks are released. Students get a mail.",
  },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const { query, input } = readQueueQuery(request.url);
  const [page, courses] = await Promise.all([
    call<z.output<typeof SubmissionPage>>("academy.list_submissions", input),
    call<z.output<typeof CourseWorkList>>("academy.list_course_work", {}),
  ]);
  return {
    query,
    ...page,
    standing: input.standing ?? "to_mark",
    courseId: input.courseId ?? null,
    viewerId: viewer?.personId ?? "",
    courses: courses.items.map(({ courseId, title }) => ({ value: courseId, label: title })),
  };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.clone().formData();
  if (form.get("intent") === "release")
    return submit(args, "academy.release_marks", {
      schema: ReleaseMarks,
      onSuccess: () => done("/console/academy/assignments?standing=marked", "released"),
    });
  return submit<z.output<typeof ClaimedNext>>(args, "academy.claim_next_submission", {
    schema: ClaimNext,
    onSuccess: ({ submissionId }) =>
      submissionId
        ? redirect(`/console/academy/assignments/submissions/${submissionId}`)
        : done("/console/academy/assignments", "none"),
  });
}

const columns: readonly Column<Row>[] = [
  {
    key: "student",
    header: "Student",
    cell: (row) => (
      <NameLink to={`/console/academy/assignments/submissions/${row.submissionId}`}>
        <span dir="auto">{row.student.name || "Erased person"}</span>
      </NameLink>
    ),
  },
  {
    key: "assignment",
    header: "Assignment",
    grow: true,
    cell: (row) => (
      <span dir="auto">
        {row.assignmentTitle}
        <span className="text-muted">, {row.courseTitle}</span>
      </span>
    ),
  },
  { key: "number", header: "Try", align: "end", hiddenOnPhone: true, cell: (row) => row.number },
  {
    key: "submitted",
    header: "Handed in",
    sortable: true,
    cell: (row) => (
      <>
        <Moment at={row.submittedAt} ago /> {row.isLate && <Badge tone="caution">Late</Badge>}
      </>
    ),
  },
  { key: "status", header: "Standing", cell: (row) => <SubmissionState status={row.status} /> },
  {
    key: "grader",
    header: "On whose table",
    cell: (row) => row.claimedBy && <span dir="auto">{row.claimedBy.name}</span>,
  },
  { key: "score", header: "Mark", align: "end", cell: (row) => percentOf(row.scorePpm) },
];

const STANDINGS = [
  ["to_mark", "To mark"],
  ["marked", "Marked"],
  ["released", "Released"],
  ["returned", "Given back"],
  ["all", "All"],
] as const;

/** Releases what the page shows; each row is named, so that nothing newer goes out unseen. */
function ReleaseShown({ rows }: { rows: readonly Row[] }) {
  return (
    <Form intent="release">
      {rows.map(({ submissionId }) => (
        <input key={submissionId} type="hidden" name="submissionIds[]" value={submissionId} />
      ))}
      <Button look="primary" icon="check-check">
        Release {countOf(rows.length, "mark")}
      </Button>
    </Form>
  );
}

export default function Queue({ loaderData, actionData }: Route.ComponentProps) {
  const { query, items, nextCursor, standing, courseId, toMark, courses, viewerId } = loaderData;
  return (
    <>
      <PageHeader
        title="Work to mark"
        lead={`${countOf(toMark, "submission waits", "submissions wait")} to be marked, the oldest first.`}
        actions={
          <>
            {courseId && (
              <LinkButton to={`/console/academy/assignments/courses/${courseId}`}>Assignments</LinkButton>
            )}
            {standing === "marked" && items.length > 0 ? (
              <ReleaseShown rows={items} />
            ) : (
              <Form state={actionData} intent="next">
                {courseId && <input type="hidden" name="courseId" value={courseId} />}
                <Button look="primary" icon="pen-line">
                  Take the next
                </Button>
              </Form>
            )}
          </>
        }
      />
      <Tabs
        label="Standing"
        tabs={STANDINGS.map(([value, label]) => ({
          label,
          to: `?standing=${value}${courseId ? `&course=${courseId}` : ""}`,
        }))}
      />
      <DataTable
        caption="Work that was handed in"
        columns={columns}
        rows={items}
        rowKey={(row) => row.submissionId}
        query={query}
        search="Student"
        filters={[
          { name: "course", label: "Course", options: courses },
          { name: "grader", label: "On whose table", options: [{ value: viewerId, label: "Mine" }] },
        ]}
        page={{ next: nextCursor }}
        noun={["submission", "submissions"]}
        empty={<EmptyState icon="inbox" title="Nothing is here" text="What students hand in appears here." />}
      />
    </>
  );
}
