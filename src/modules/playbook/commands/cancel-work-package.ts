import { defineCommand } from "#kernel/operation/operation.ts";
import { cancelledWork } from "#modules/playbook/commands/work-transitions.ts";
import { writeWorkStatus } from "#modules/playbook/commands/write-work-status.ts";
import { CancelWork, WorkStatus } from "#modules/playbook/contract/work-package.ts";
import { lockWork } from "#modules/playbook/queries/lock-work.ts";

/** Drops a work package; it stands in no schedule until it is reopened. Errors: `playbook.work_cancelled`, `playbook.work_finished`. */
export const cancelWorkPackage = defineCommand({
  name: "playbook.cancel_work_package",
  title: "Cancel a work package",
  http: "POST /playbook/work-packages/:workPackageId/cancellation",
  access: "playbook:edit",
  input: CancelWork,
  output: WorkStatus,
  load: (tx, { workPackageId }) => lockWork(tx, workPackageId),
  run: (context, work) => writeWorkStatus(context, work, cancelledWork(work, context.input.note)),
});
