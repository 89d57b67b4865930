import { defineQuery } from "#kernel/operation/operation.ts";
import { MovePreview, PreviewMove } from "#modules/playbook/contract/schedule.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { MOST_SHIFTS, movePreview, shownGate, shownShift } from "#modules/playbook/queries/move-preview.ts";
import { describeDriver } from "#modules/playbook/rules/schedule/describe-driver.ts";

/**
 * What follows when a work package starts on another day; nothing is changed.
 * Errors: `playbook.node_not_found`, `playbook.work_started`.
 */
export const previewMove = defineQuery({
  name: "playbook.preview_move",
  title: "See what follows when a work package moves",
  http: "GET /playbook/work-packages/:workPackageId/move-preview",
  access: "playbook:read",
  input: PreviewMove,
  output: MovePreview,
  run: async (context) => {
    const { db, input } = context;
    const plan = await getActivePlan(db);
    const preview = await movePreview(db, plan, { ...input, ...(await companyDay(context)) });
    const { moved, follows, gates, planEnd, heldBy, schedule, version } = preview;
    const titles = new Map(schedule.packages.map(({ id, title }) => [id, title]));
    return {
      version,
      moved: shownShift(moved),
      heldBy: heldBy && { kind: heldBy.kind, reason: describeDriver(heldBy, titles) },
      follows: follows.slice(0, MOST_SHIFTS).map(shownShift),
      followCount: follows.length,
      gates: gates.map(shownGate),
      planEnd,
    };
  },
});
