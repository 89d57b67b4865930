import { z } from "zod";
import type { JobQueue, JobSummary } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { countOf } from "#web/format/plural.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/failed.ts";
import { Refusal } from "../refusal.tsx";
import { FailedThing } from "./failed-thing.tsx";
import { JobTabs } from "./job-tabs.tsx";

type Job = z.output<typeof JobSummary>;
type Answer = { queues: z.output<typeof JobQueue>[]; jobs: { items: Job[]; nextCursor: string | null } };

export const handle: RouteHandle = {
  crumb: "Failed",
  notices: { retried: "The job runs again." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url, { filters: ["queue"] });
  const { queues, jobs } = await context.get(pageContext).call<Answer>("platform.list_jobs", {
    queue: query.filters.queue,
    cursor: query.cursor ?? undefined,
  });
  return { query, jobs, kinds: queues.map(({ name, title }) => ({ value: name, label: title })) };
}

export async function action(args: Route.ActionArgs) {
  return submit(args, "platform.retry_job", {
    schema: z.object({ jobId: z.uuid() }),
    onSuccess: () => done("/console/jobs/failed", "retried"),
  });
}

const Work = ({ job }: { job: Job }) => (
  <FailedThing
    title={job.title}
    reason={job.error ?? "No reason was given."}
    summary="What it was given"
    data={job.data}
  />
);

function Retry({ job }: { job: Job }) {
  return (
    <Form className="flex justify-end">
      <input type="hidden" name="jobId" value={job.jobId} />
      <Button size="small">
        Run again<span className="sr-only"> {job.title}</span>
      </Button>
    </Form>
  );
}

const columns: readonly Column<Job>[] = [
  { key: "work", header: "Work", grow: true, cell: (job) => <Work job={job} /> },
  { key: "attempts", header: "Tries", cell: ({ attempts }) => countOf(attempts, "try", "tries") },
  {
    key: "ended",
    header: "Gave up",
    cell: ({ completedAt, createdAt }) => <Moment at={completedAt ?? createdAt} ago />,
  },
  { key: "retry", header: "Action", align: "end", cell: (job) => <Retry job={job} /> },
];

export default function FailedJobs({ loaderData, actionData }: Route.ComponentProps) {
  const { query, jobs, kinds } = loaderData;
  return (
    <>
      <PageHeader
        title="Background work"
        lead="Work that failed as often as it may. Mend the cause, then run it again."
      />
      <JobTabs />
      <Refusal state={actionData} />
      <DataTable
        caption="Failed jobs"
        columns={columns}
        rows={jobs.items}
        rowKey={({ jobId }) => jobId}
        query={query}
        filters={[{ name: "queue", label: "Work", options: kinds }]}
        page={{ next: jobs.nextCursor }}
        noun={["job", "jobs"]}
        empty={<EmptyState icon="check" title="Nothing has failed" />}
      />
    </>
  );
}
