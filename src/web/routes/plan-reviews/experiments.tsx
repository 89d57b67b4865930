import { useLocation } from "react-router";
import type { z } from "zod";
import type { ExperimentPage } from "#modules/playbook/contract/experiments.ts";
import { pageContext } from "#web/context.ts";
import { findPlan, NoPlan } from "#web/routes/plan-sources/no-plan.tsx";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/experiments.ts";
import { experimentQuery } from "./experiment-query.ts";
import { type Experiment, Numbers, Period, Standing, STANDINGS } from "./experiment-words.tsx";

type Page = z.output<typeof ExperimentPage>;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  if (!(await findPlan(call))) return null;
  const { query, input } = experimentQuery(request.url);
  return { query, page: await call<Page>("playbook.list_experiments", input) };
}

const columns: Column<Experiment>[] = [
  { key: "title", header: "Experiment", grow: true, cell: (row) => <Name row={row} /> },
  { key: "period", header: "Period", cell: (row) => <Period experiment={row} /> },
  { key: "numbers", header: "Numbers", cell: (row) => <Numbers experiment={row} /> },
  { key: "owner", header: "Owner", cell: (row) => <Owner row={row} /> },
  { key: "standing", header: "State", cell: (row) => <Standing experiment={row} /> },
];

export default function Experiments({ loaderData }: Route.ComponentProps) {
  const { search } = useLocation();
  const mayEdit = usePermission("playbook:edit");
  if (!loaderData)
    return (
      <>
        <PageHeader title="Experiments" />
        <NoPlan />
      </>
    );
  const { query, page } = loaderData;
  const plan = mayEdit && (
    <LinkButton to="/console/plan/experiments/new" look="primary" icon="plus">
      Plan an experiment
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Experiments"
        lead="A belief, a number, a few weeks, then a decision. What is not decided asks for it in the weekly review."
        actions={plan}
      />
      <DataTable
        caption="Experiments"
        columns={columns}
        rows={page.experiments}
        rowKey={(row) => row.id}
        query={query}
        search="Search experiments"
        filters={[{ name: "standing", label: "State", options: STANDINGS }]}
        page={{ next: page.nextCursor }}
        noun={["experiment", "experiments"]}
        csv={`/console/plan/experiments.csv${search}`}
        empty={
          <EmptyState
            icon="flask-conical"
            title="No experiment yet"
            text="Write down what you believe and how you will see it before you try."
            action={plan}
          />
        }
      />
    </>
  );
}

function Name({ row }: { row: Experiment }) {
  return (
    <>
      <NameLink to={`/console/plan/experiments/${row.id}`}>{row.title}</NameLink>
      <p dir="auto" className="line-clamp-2 text-13 font-normal text-muted max-sm:hidden">
        {row.hypothesis}
      </p>
    </>
  );
}

function Owner({ row: { owner } }: { row: Experiment }) {
  return owner ? <span dir="auto">{owner.name}</span> : <span className="text-muted">Nobody</span>;
}
