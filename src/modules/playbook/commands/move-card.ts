import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import {
  finishedWork,
  reopenedWork,
  startedWork,
  unstartedWork,
} from "#modules/playbook/commands/work-transitions.ts";
import { type NewStatus, writeWorkStatus } from "#modules/playbook/commands/write-work-status.ts";
import { MoveCard, WorkStatus } from "#modules/playbook/contract/work-package.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { type LockedWork, lockWork } from "#modules/playbook/queries/lock-work.ts";

type To = "not_started" | "under_way" | "done";

function statusFor(work: LockedWork, to: To, given: { note?: string; today: string }): NewStatus {
  if (to === "done") return finishedWork(work, given);
  if (work.proved > 0 && (to === "not_started" || work.proved === work.deliverables))
    throw refuse(
      "conflict",
      "playbook.card_held",
      `${work.proved} of ${work.deliverables} deliverables are proved, so this work cannot go back there.`,
    );
  if (to === "not_started") return unstartedWork(work, given.note);
  if (work.status !== "done" && work.status !== "cancelled") return startedWork(work, given);
  const reopened = reopenedWork(work, given.note ?? "Moved on the board");
  return { ...reopened, status: "active", actualStartOn: reopened.actualStartOn ?? given.today };
}

/**
 * Puts a card of the board in another column: starts, finishes or reopens the work. Waiting is not a column to move
 * to: work waits by its dependencies. Errors: those of starting, finishing and reopening, and `playbook.card_held`.
 */
export const moveCard = defineCommand({
  name: "playbook.move_card",
  title: "Move a work package on the board",
  http: "POST /playbook/work-packages/:workPackageId/column",
  access: "playbook:edit",
  input: MoveCard,
  output: WorkStatus,
  load: (tx, { workPackageId }) => lockWork(tx, workPackageId),
  run: async (context, work) => {
    const { to, note } = context.input;
    const { today } = await companyDay(context);
    return writeWorkStatus(context, work, statusFor(work, to, { note, today }));
  },
});
