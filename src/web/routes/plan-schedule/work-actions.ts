import type { z } from "zod";
import { AddDependency, MoveWorkPackage, RemoveDependency } from "#modules/playbook/contract/schedule.ts";
import { AssignNode } from "#modules/playbook/contract/work.ts";
import { CancelWork, FinishWork, ReopenWork, StartWork } from "#modules/playbook/contract/work-package.ts";
import { COMMENT_NOTICES } from "#web/parts/comment-forms.ts";

interface WorkAction {
  operation: string;
  schema: z.ZodType;
  /** Notice after success, by its code. */
  notice: string;
  /** What the address knows and the form does not. */
  fixed: (id: string) => Record<string, unknown>;
}

const own = (workPackageId: string) => ({ workPackageId });

/** Everything that can be done on the page of a work package, by the intent of its form. */
export const WORK_ACTIONS: Record<string, WorkAction> = {
  start: { operation: "playbook.start_work_package", schema: StartWork, notice: "started", fixed: own },
  finish: { operation: "playbook.finish_work_package", schema: FinishWork, notice: "finished", fixed: own },
  reopen: { operation: "playbook.reopen_work_package", schema: ReopenWork, notice: "reopened", fixed: own },
  cancel: { operation: "playbook.cancel_work_package", schema: CancelWork, notice: "cancelled", fixed: own },
  move: { operation: "playbook.move_work_package", schema: MoveWorkPackage, notice: "moved", fixed: own },
  depend: {
    operation: "playbook.add_dependency",
    schema: AddDependency,
    notice: "linked",
    fixed: (toId) => ({ toId }),
  },
  release: {
    operation: "playbook.remove_dependency",
    schema: RemoveDependency,
    notice: "released",
    fixed: () => ({}),
  },
  owner: {
    operation: "playbook.assign_node",
    schema: AssignNode,
    notice: "assigned",
    fixed: (nodeId) => ({ nodeId }),
  },
};

/** What each of them says when it is done. */
export const WORK_NOTICES: Record<string, string> = {
  started: "The work has begun.",
  finished: "The work is done.",
  reopened: "The work goes on.",
  cancelled: "The work is cancelled. It stands in no schedule until it is reopened.",
  moved: "The work package is moved.",
  linked: "It now waits for the other work.",
  released: "It waits for that no more.",
  assigned: "The owner is set.",
  ...COMMENT_NOTICES,
};
