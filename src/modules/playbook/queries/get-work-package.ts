import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetWorkPackage, WorkPackage } from "#modules/playbook/contract/work-package.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { type DatedPlan, datedPlan } from "#modules/playbook/queries/dated-plan.ts";
import { nodeRef, personRef } from "#modules/playbook/queries/fragments.ts";
import {
  workActivities,
  workCriteria,
  workDeliverables,
  type WorkEvent,
  workHistory,
} from "#modules/playbook/queries/work-contents.ts";
import { workDependencies } from "#modules/playbook/queries/work-dependencies.ts";
import { lastDayBefore } from "#modules/playbook/rules/calendar/iso-date.ts";
import { describeShift, describeStatus } from "#modules/playbook/rules/schedule/describe-work-event.ts";
import { workState } from "#modules/playbook/rules/schedule/work-state.ts";
import { rollUp } from "#modules/playbook/rules/targets/roll-up.ts";

type Page = z.output<typeof WorkPackage>;

type Head = Pick<
  Page,
  | "id"
  | "title"
  | "label"
  | "notes"
  | "lines"
  | "phase"
  | "period"
  | "objective"
  | "owner"
  | "ownerHint"
  | "status"
  | "statusNote"
  | "planned"
  | "actual"
  | "comments"
>;

const headOf = (db: Db, planId: string, id: string) =>
  firstRow<Head>(
    db,
    sql`SELECT n.id, n.text AS title, n.label, n.notes, jsonb_build_array(n.line_from, n.line_to) AS lines,
               ${nodeRef(sql`n.phase_id`)} AS phase, CASE WHEN p.kind = 'period' THEN ${nodeRef(sql`p.id`)} END AS period,
               (SELECT o.text FROM playbook.node o WHERE o.kind = 'objective' AND o.removed_at IS NULL
                  AND o.parent_id IN (n.id, n.parent_id) ORDER BY (o.parent_id = n.id) DESC, o.position LIMIT 1) AS objective,
               ${personRef(sql`n.owner_id`)} AS owner, n.owner_hint AS "ownerHint",
               coalesce(w.status, 'planned') AS status, w.status_note AS "statusNote",
               jsonb_build_object('startsOn', n.starts_on, 'endsOn', n.ends_on) AS planned,
               jsonb_build_object('startOn', w.actual_start_on, 'endOn', w.actual_end_on - 1) AS actual,
               (SELECT count(*)::int FROM playbook.comment c
                WHERE c.subject_kind = 'node' AND c.subject_id = n.id AND c.removed_at IS NULL) AS comments
        FROM playbook.node n
        LEFT JOIN playbook.node p ON p.id = n.parent_id
        LEFT JOIN playbook.work_package w ON w.node_id = n.id
        WHERE n.id = ${id} AND n.plan_id = ${planId} AND n.kind = 'workPackage' AND n.removed_at IS NULL`,
  );

function shownEvent(event: WorkEvent, today: string): Page["history"][number] {
  const { at, kind, by, startsOn, endsOn } = event;
  if (kind === "schedule" && startsOn && endsOn)
    return {
      at,
      kind,
      by,
      text: describeShift({ ...event, cause: event.cause ?? "", startsOn, endsOn }, today),
    };
  if (kind === "status")
    return { at, kind, by, text: describeStatus({ ...event, status: event.status ?? "" }, today) };
  return {
    at,
    kind,
    by,
    text: `“${event.deliverable ?? ""}” ${event.proved ? "proved" : "open again"}: ${event.note ?? ""}`,
  };
}

function placeInTime({ work, baseline }: DatedPlan, id: string): Pick<Page, "expected" | "baseline"> {
  const dated = work.get(id);
  if (!dated) return { expected: null, baseline: null };
  const { start, end, floatDays, critical, reason, slipDays, slipReason } = dated;
  return {
    expected: { startsOn: start, endsOn: end, floatDays, critical, reason },
    baseline:
      dated.baseline && baseline
        ? {
            name: baseline.name,
            startsOn: dated.baseline.start,
            endsOn: dated.baseline.end,
            slipDays: slipDays ?? 0,
            reason: slipReason,
          }
        : null,
  };
}

/** One work package with everything that belongs to it. Errors: `playbook.node_not_found`. */
export const getWorkPackage = defineQuery({
  name: "playbook.get_work_package",
  title: "Show a work package",
  http: "GET /playbook/work-packages/:workPackageId",
  access: "playbook:read",
  input: GetWorkPackage,
  output: WorkPackage,
  run: async (context) => {
    const { db, input } = context;
    const plan = await getActivePlan(db);
    const { zone, today } = await companyDay(context);
    const id = input.workPackageId;
    const head = await headOf(db, plan.id, id);
    if (!head)
      throw refuse(
        "not_found",
        "playbook.node_not_found",
        "This work package is not part of the plan any more.",
      );
    const [dated, deliverables, activities, criteria, history] = await Promise.all([
      datedPlan(db, plan, { zone, today }),
      workDeliverables(db, id),
      workActivities(db, id),
      workCriteria(db, id),
      workHistory(db, id),
    ]);
    const proved = deliverables.filter((one) => one.proved).length;
    const waitsFor = dated.work.get(id)?.waitsFor.length ?? 0;
    return {
      ...head,
      asOf: today,
      version: dated.version,
      movable: dated.work.get(id)?.movable ?? false,
      state: workState({ status: head.status, proved, deliverables: deliverables.length, waitsFor }),
      ...placeInTime(dated, id),
      progress: rollUp(proved, deliverables.length),
      deliverables: deliverables.map((one) => ({
        ...one,
        dueOn: one.dueOn ?? (head.planned.endsOn && lastDayBefore(head.planned.endsOn)),
      })),
      activities,
      criteria,
      ...(await workDependencies(db, id, dated)),
      history: history.map((event) => shownEvent(event, today)),
    };
  },
});
