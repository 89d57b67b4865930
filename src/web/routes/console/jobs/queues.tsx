import type { z } from "zod";
import type { JobQueue } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/queues.ts";
import { JobTabs } from "./job-tabs.tsx";

type Queue = z.output<typeof JobQueue>;

export const handle: RouteHandle = { crumb: "Background work" };

export async function loader({ context }: Route.LoaderArgs) {
  const { queues } = await context
    .get(pageContext)
    .call<{ queues: Queue[] }>("platform.list_jobs", { limit: 1 });
  return { queues };
}

function Failed({ queue }: { queue: Queue }) {
  if (queue.failed === 0) return <Figure value={0} />;
  return (
    <TextLink to={`/console/jobs/failed?queue=${queue.name}`} className="font-medium text-critical">
      <Figure value={queue.failed} />
      <span className="sr-only"> failed of {queue.title}</span>
    </TextLink>
  );
}

const columns: readonly Column<Queue>[] = [
  {
    key: "title",
    header: "Work",
    grow: true,
    cell: ({ title, name }) => (
      <div className="min-w-0">
        <span className="font-medium">{title}</span>
        <span className="block text-12 text-muted">{name}</span>
      </div>
    ),
  },
  { key: "waiting", header: "Waiting", align: "end", cell: ({ waiting }) => <Figure value={waiting} /> },
  { key: "active", header: "Running", align: "end", cell: ({ active }) => <Figure value={active} /> },
  { key: "failed", header: "Failed", align: "end", cell: (queue) => <Failed queue={queue} /> },
  {
    key: "last",
    header: "Last done",
    cell: ({ lastCompletedAt }) =>
      lastCompletedAt ? <Moment at={lastCompletedAt} ago /> : <span className="text-muted">Not yet</span>,
  },
];

export default function Queues({ loaderData: { queues } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Background work"
        lead="What the house does by itself: mails, deliveries, schedules, upkeep."
      />
      <JobTabs />
      <DataTable
        caption="Kinds of background work"
        columns={columns}
        rows={queues}
        rowKey={({ name }) => name}
        noun={["kind", "kinds"]}
      />
    </>
  );
}
