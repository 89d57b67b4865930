import type { z } from "zod";
import { DraftReview, type ReviewPage } from "#modules/playbook/contract/reviews.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { Refusal } from "#web/routes/console/refusal.tsx";
import { findPlan, NoPlan } from "#web/routes/plan-sources/no-plan.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import type { Route } from "./+types/list.ts";
import { dayBefore, weekWords } from "./week-words.ts";

type Page = z.output<typeof ReviewPage>;
type Row = Page["reviews"][number];

export const handle: RouteHandle = {
  notices: { none_due: "The review of this week is signed already. The next one is drafted by itself." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  if (!(await findPlan(call))) return null;
  const query = readTableQuery(request.url);
  const page = await call<Page>("playbook.list_reviews", { cursor: query.cursor ?? undefined });
  return { query, page };
}

export async function action(args: Route.ActionArgs) {
  return submit<{ reviewId: string | null; drafted: boolean }>(args, "playbook.draft_review", {
    schema: DraftReview,
    onSuccess: ({ reviewId }) =>
      reviewId
        ? done(`/console/plan/reviews/${reviewId}`, "drafted")
        : done("/console/plan/reviews", "none_due"),
  });
}

const columns: Column<Row>[] = [
  { key: "week", header: "Week", cell: (row) => <Week row={row} /> },
  { key: "headline", header: "In one line", grow: true, cell: (row) => row.headline },
  { key: "actions", header: "Open actions", align: "end", cell: (row) => row.openActions },
  { key: "comments", header: "Comments", align: "end", hiddenOnPhone: true, cell: (row) => row.comments },
  { key: "state", header: "State", cell: (row) => <Standing row={row} /> },
];

export default function Reviews({ loaderData, actionData }: Route.ComponentProps) {
  const { instant } = useFormat();
  const mayEdit = usePermission("playbook:edit");
  if (!loaderData)
    return (
      <>
        <PageHeader title="Reviews" />
        <NoPlan />
      </>
    );
  const { query, page } = loaderData;
  const draftNow = mayEdit && (
    <Form>
      <Button look="primary" icon="pencil">
        Draft now
      </Button>
    </Form>
  );
  return (
    <>
      <PageHeader
        title="Reviews"
        lead={`Each Monday the week is drafted from what happened, for people to complete and sign. Next: ${instant(page.nextDraftAt)}.`}
        actions={draftNow}
      />
      <Refusal state={actionData} />
      <DataTable
        caption="Weekly reviews"
        columns={columns}
        rows={page.reviews}
        rowKey={(row) => row.id}
        query={query}
        page={{ next: page.nextCursor }}
        noun={["review", "reviews"]}
        csv="/console/plan/reviews.csv"
        empty={
          <EmptyState
            icon="clipboard-list"
            title="No review yet"
            text="The first is drafted by itself on the next Monday. Draft one now to see how it reads."
          />
        }
      />
    </>
  );
}

function Week({ row }: { row: Row }) {
  const { dateRange } = useFormat();
  return (
    <>
      <NameLink to={`/console/plan/reviews/${row.id}`}>{weekWords(row.week)}</NameLink>
      <p className="text-13 font-normal text-muted">
        {dateRange(row.covers.start, dayBefore(row.covers.end))}
      </p>
    </>
  );
}

function Standing({ row }: { row: Row }) {
  return row.signedAt ? (
    <State kind="signed" reason={row.signedName ? `by ${row.signedName}` : undefined} />
  ) : (
    <State kind="draft" />
  );
}
