import { z } from "zod";
import { ConfirmCriterion } from "#modules/playbook/contract/measure.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { State } from "#web/ui/state.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/criteria.ts";
import { CriterionName } from "./criterion-name.tsx";
import { type Criteria, criteriaQuery, type Criterion, DECIDERS, KINDS, STATES } from "./criteria-query.ts";
import { findPlan, NoPlan } from "./no-plan.tsx";

export const handle = {
  crumb: "Criteria",
  notices: {
    confirmed: "The criterion is confirmed and judged.",
    withdrawn: "The confirmation is taken back.",
  },
};

const WithdrawConfirmation = z.object({ nodeId: z.uuid() });

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const plan = await findPlan(call);
  if (plan === null) return null;
  const { query, input } = criteriaQuery(request.url);
  const list = await call<Criteria>("playbook.list_criteria", {
    ...input,
    cursor: query.cursor ?? undefined,
  });
  return { query, list, phases: plan.phases };
}

export async function action(args: Route.ActionArgs) {
  const intent = String((await args.request.clone().formData()).get("intent") ?? "");
  const here = `/console/plan/criteria${new URL(args.request.url).search}`;
  if (intent.startsWith("withdraw"))
    return submit(args, "playbook.withdraw_confirmation", {
      schema: WithdrawConfirmation,
      onSuccess: () => done(here, "withdrawn"),
    });
  return submit(args, "playbook.confirm_criterion", {
    schema: ConfirmCriterion,
    onSuccess: () => done(here, "confirmed"),
  });
}

const columnsOf = (state: Route.ComponentProps["actionData"]): Column<Criterion>[] => [
  {
    key: "text",
    header: "Criterion",
    grow: true,
    cell: (row) => <CriterionName criterion={row} state={state} />,
  },
  { key: "state", header: "State", cell: (row) => <State kind={row.state} /> },
  { key: "decided", header: "Decided by", cell: (row) => <DecidedBy criterion={row} /> },
  {
    key: "due",
    header: "Due",
    cell: ({ dueOn }) => (dueOn ? <Day on={dueOn} /> : <span className="text-muted">No date</span>),
  },
];

function DecidedBy({ criterion: { decidedBy, nodeId, completesId } }: { criterion: Criterion }) {
  if (decidedBy === "number") return <TextLink to={`/console/plan/scorecard/${nodeId}`}>A number</TextLink>;
  if (decidedBy === "proof" && completesId)
    return <TextLink to={`/console/plan/deliverables/${completesId}`}>Proof of the deliverable</TextLink>;
  return <>A person</>;
}

export default function CriteriaPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Criteria"
        lead="What success means, phase by phase: decided by a number, by the proof of a deliverable, or by a person who confirms it."
      />
      {loaderData === null ? <NoPlan /> : <CriteriaTable loaded={loaderData} state={actionData} />}
    </>
  );
}

function CriteriaTable({
  loaded: { query, list, phases },
  state,
}: {
  loaded: NonNullable<Route.ComponentProps["loaderData"]>;
  state: Route.ComponentProps["actionData"];
}) {
  return (
    <DataTable
      caption="Success criteria and KPIs"
      columns={columnsOf(state)}
      rows={list.criteria}
      rowKey={({ nodeId }) => nodeId}
      query={query}
      search="Search criteria"
      filters={[
        { name: "state", label: "State", options: STATES },
        { name: "decided", label: "Decided by", options: DECIDERS },
        { name: "kind", label: "Kind", options: KINDS },
        {
          name: "phase",
          label: "Phase",
          options: phases.map(({ id, title }) => ({ value: id, label: title })),
        },
      ]}
      page={{ next: list.nextCursor, total: list.total }}
      noun={["criterion", "criteria"]}
      csv={`/console/plan/criteria.csv${searchOf(query)}`}
      empty={
        <p className="px-4 py-8 text-center text-muted">This plan names no success criteria and no KPIs.</p>
      }
    />
  );
}

/** The list's search and filters as an address, for the same list as a file. */
function searchOf({ q, filters }: NonNullable<Route.ComponentProps["loaderData"]>["query"]): string {
  const search = new URLSearchParams(q ? { q, ...filters } : filters).toString();
  return search && `?${search}`;
}
