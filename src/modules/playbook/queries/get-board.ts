import type { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Board, GetBoard } from "#modules/playbook/contract/work-package.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { currentPhase, listPhases } from "#modules/playbook/queries/current-phase.ts";
import { datedPlan } from "#modules/playbook/queries/dated-plan.ts";
import { type OutlineNode, planOutline } from "#modules/playbook/queries/plan-outline.ts";
import { lastDayBefore } from "#modules/playbook/rules/calendar/iso-date.ts";
import type { DatedWork } from "#modules/playbook/rules/schedule/dated-work.ts";
import { workState } from "#modules/playbook/rules/schedule/work-state.ts";
import { rollUp } from "#modules/playbook/rules/targets/roll-up.ts";

type Output = z.output<typeof Board>;
type Card = Output["columns"][number]["cards"][number];

const COLUMNS = ["not_started", "waiting", "under_way", "done"] as const;

const refOf = ({ id, kind, title, label }: OutlineNode) => ({
  id,
  kind,
  text: label ? `${label}: ${title}` : title,
});

function cardOf(
  node: OutlineNode,
  work: DatedWork | undefined,
  byId: ReadonlyMap<string, OutlineNode>,
): Card {
  const end = work?.end ?? node.endsOn;
  const parent = node.parentId === null ? undefined : byId.get(node.parentId);
  return {
    id: node.id,
    title: node.title,
    label: node.label,
    period: parent ? (parent.label ?? parent.title) : null,
    owner: node.owner,
    startsOn: work?.start ?? node.startsOn,
    dueOn: end && lastDayBefore(end),
    slipDays: work?.slipDays ?? null,
    critical: work?.critical ?? false,
    progress: rollUp(node.proved, node.deliverables),
    waitsFor: (work?.waitsFor ?? []).flatMap((id) => {
      const other = byId.get(id);
      return other ? [{ id, kind: "workPackage", text: other.title }] : [];
    }),
  };
}

const earlierDue = (a: Card, b: Card): number => {
  const [one, other] = [a.dueOn ?? "9999", b.dueOn ?? "9999"];
  return one < other ? -1 : Number(one > other);
};

/** Which part of the plan is looked at: the period or phase asked for, else the current phase. */
function scopeOf(
  outline: readonly OutlineNode[],
  asked: { phaseId?: string; periodId?: string },
  current?: string,
) {
  const found = outline.find(({ id, kind }) => kind === "period" && id === asked.periodId);
  // A period of another phase than the one asked for is left over from the last choice.
  const period = asked.phaseId && found?.phaseId !== asked.phaseId ? undefined : found;
  const phaseId = period?.phaseId ?? asked.phaseId ?? current;
  const phase = outline.find(({ id, kind }) => kind === "phase" && id === phaseId);
  return { phase, period };
}

/** Work packages of a phase or period by how they stand, soonest due first. */
export const getBoard = defineQuery({
  name: "playbook.get_board",
  title: "Show work packages on a board",
  http: "GET /playbook/board",
  access: "playbook:read",
  input: GetBoard,
  output: Board,
  run: async (context) => {
    const { db, input } = context;
    const plan = await getActivePlan(db);
    const { zone, today } = await companyDay(context);
    const [{ work }, outline, phaseRows] = await Promise.all([
      datedPlan(db, plan, { zone, today }),
      planOutline(db, plan.id),
      listPhases(db, plan.id),
    ]);
    const byId = new Map(outline.map((node) => [node.id, node]));
    const { phase, period } = scopeOf(outline, input, currentPhase(phaseRows)?.id);
    const inScope = outline.filter(
      (node) =>
        node.kind === "workPackage" &&
        (period ? node.parentId === period.id : phase ? node.phaseId === phase.id : true),
    );
    const owners = new Map(inScope.flatMap(({ owner }) => (owner ? [[owner.id, owner] as const] : [])));
    const cards = inScope
      .filter(({ owner }) => !input.ownerId || owner?.id === input.ownerId)
      .map((node) => ({
        card: cardOf(node, work.get(node.id), byId),
        state: workState({ ...node, waitsFor: work.get(node.id)?.waitsFor.length ?? 0 }),
      }));
    return {
      asOf: today,
      scope: { phase: phase ? refOf(phase) : null, period: period ? refOf(period) : null },
      phases: outline.filter(({ kind }) => kind === "phase").map(refOf),
      periods: outline
        .filter(({ kind, phaseId }) => kind === "period" && phaseId === (phase?.id ?? phaseId))
        .map(refOf),
      owners: [...owners.values()].toSorted((a, b) => a.name.localeCompare(b.name, "en")),
      columns: COLUMNS.map((key) => {
        const own = cards.filter(({ state }) => state === key).map(({ card }) => card);
        return { key, total: own.length, cards: own.toSorted(earlierDue).slice(0, input.limit) };
      }),
    };
  },
});
