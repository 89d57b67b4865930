import { defineCommand } from "#kernel/operation/operation.ts";
import { finishedWork } from "#modules/playbook/commands/work-transitions.ts";
import { writeWorkStatus } from "#modules/playbook/commands/write-work-status.ts";
import { FinishWork, WorkStatus } from "#modules/playbook/contract/work-package.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { lockWork } from "#modules/playbook/queries/lock-work.ts";

/** Says that work is done. While a deliverable is not proved it takes a note. Errors: `playbook.note_needed`, `playbook.work_finished`, `playbook.work_cancelled`, `playbook.date_in_future`, `playbook.ends_before_start`. */
export const finishWorkPackage = defineCommand({
  name: "playbook.finish_work_package",
  title: "Finish a work package",
  http: "POST /playbook/work-packages/:workPackageId/finish",
  access: "playbook:edit",
  input: FinishWork,
  output: WorkStatus,
  load: (tx, { workPackageId }) => lockWork(tx, workPackageId),
  run: async (context, work) => {
    const { today } = await companyDay(context);
    return writeWorkStatus(context, work, finishedWork(work, { ...context.input, today }));
  },
});
