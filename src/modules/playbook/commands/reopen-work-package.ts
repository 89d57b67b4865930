import { defineCommand } from "#kernel/operation/operation.ts";
import { reopenedWork } from "#modules/playbook/commands/work-transitions.ts";
import { writeWorkStatus } from "#modules/playbook/commands/write-work-status.ts";
import { ReopenWork, WorkStatus } from "#modules/playbook/contract/work-package.ts";
import { lockWork } from "#modules/playbook/queries/lock-work.ts";

/** Says that finished or cancelled work goes on. Errors: `playbook.work_not_closed`. */
export const reopenWorkPackage = defineCommand({
  name: "playbook.reopen_work_package",
  title: "Reopen a work package",
  http: "POST /playbook/work-packages/:workPackageId/reopening",
  access: "playbook:edit",
  input: ReopenWork,
  output: WorkStatus,
  load: (tx, { workPackageId }) => lockWork(tx, workPackageId),
  run: (context, work) => writeWorkStatus(context, work, reopenedWork(work, context.input.note)),
});
