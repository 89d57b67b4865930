import { addDependency } from "#modules/playbook/commands/add-dependency.ts";
import { cancelWorkPackage } from "#modules/playbook/commands/cancel-work-package.ts";
import { finishWorkPackage } from "#modules/playbook/commands/finish-work-package.ts";
import { moveCard } from "#modules/playbook/commands/move-card.ts";
import { moveWorkPackage } from "#modules/playbook/commands/move-work-package.ts";
import { removeDependency } from "#modules/playbook/commands/remove-dependency.ts";
import { reopenWorkPackage } from "#modules/playbook/commands/reopen-work-package.ts";
import { setWorkingCalendar } from "#modules/playbook/commands/set-working-calendar.ts";
import { startWorkPackage } from "#modules/playbook/commands/start-work-package.ts";
import { takeBaseline } from "#modules/playbook/commands/take-baseline.ts";
import {
  BaselineTaken,
  DependencyAdded,
  DependencyRemoved,
  WorkingCalendarSet,
  WorkPackageChanged,
  WorkPackageMoved,
} from "#modules/playbook/events/schedule.ts";
import { scheduleData } from "#modules/playbook/personal-data/schedule.ts";
import { getBoard } from "#modules/playbook/queries/get-board.ts";
import { getTimeline } from "#modules/playbook/queries/get-timeline.ts";
import { getVariance } from "#modules/playbook/queries/get-variance.ts";
import { getWorkPackage } from "#modules/playbook/queries/get-work-package.ts";
import { getWorkingCalendar } from "#modules/playbook/queries/get-working-calendar.ts";
import { listBaselines } from "#modules/playbook/queries/list-baselines.ts";
import { listWorkPackages } from "#modules/playbook/queries/list-work-packages.ts";
import { previewMove } from "#modules/playbook/queries/preview-move.ts";
import { scheduleMetrics } from "#modules/playbook/schedule-metrics.ts";

/** When the work happens: timeline, board, moving, dependencies, baselines, calendar. */
export const schedulePart = {
  operations: [
    getTimeline,
    previewMove,
    moveWorkPackage,
    addDependency,
    removeDependency,
    startWorkPackage,
    finishWorkPackage,
    reopenWorkPackage,
    cancelWorkPackage,
    moveCard,
    getWorkPackage,
    listWorkPackages,
    getBoard,
    takeBaseline,
    listBaselines,
    getVariance,
    getWorkingCalendar,
    setWorkingCalendar,
  ],
  events: [
    WorkPackageMoved,
    WorkPackageChanged,
    DependencyAdded,
    DependencyRemoved,
    WorkingCalendarSet,
    BaselineTaken,
  ],
  jobs: [],
  metrics: scheduleMetrics,
  personalData: [scheduleData],
} as const;
