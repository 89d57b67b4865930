import { defineCommand } from "#kernel/operation/operation.ts";
import { startedWork } from "#modules/playbook/commands/work-transitions.ts";
import { writeWorkStatus } from "#modules/playbook/commands/write-work-status.ts";
import { StartWork, WorkStatus } from "#modules/playbook/contract/work-package.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { lockWork } from "#modules/playbook/queries/lock-work.ts";

/** Says that work has begun, today or on an earlier day. Errors: `playbook.work_started`, `playbook.work_cancelled`, `playbook.date_in_future`. */
export const startWorkPackage = defineCommand({
  name: "playbook.start_work_package",
  title: "Start a work package",
  http: "POST /playbook/work-packages/:workPackageId/start",
  access: "playbook:edit",
  input: StartWork,
  output: WorkStatus,
  load: (tx, { workPackageId }) => lockWork(tx, workPackageId),
  run: async (context, work) => {
    const { today } = await companyDay(context);
    return writeWorkStatus(context, work, startedWork(work, { ...context.input, today }));
  },
});
