import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** A person put a work package on other days; `follows` counts the packages that moved with it. */
export const WorkPackageMoved = defineEvent({
  name: "playbook.work_package_moved",
  version: 1,
  title: "A work package was moved",
  payload: z.object({
    planId: z.uuid(),
    workPackageId: z.uuid(),
    moveId: z.uuid(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    wasStartsOn: z.iso.date(),
    wasEndsOn: z.iso.date(),
    follows: z.int(),
  }),
});

/** A work package was started, finished, reopened or cancelled. `status` is planned, active, done or cancelled. */
export const WorkPackageChanged = defineEvent({
  name: "playbook.work_package_changed",
  version: 1,
  title: "A work package changed its status",
  payload: z.object({ planId: z.uuid(), workPackageId: z.uuid(), was: z.string(), status: z.string() }),
});

/** One work package now waits for another. */
export const DependencyAdded = defineEvent({
  name: "playbook.dependency_added",
  version: 1,
  title: "A dependency was added",
  payload: z.object({
    planId: z.uuid(),
    dependencyId: z.uuid(),
    fromId: z.uuid(),
    toId: z.uuid(),
    type: z.enum(["FS", "SS", "FF", "SF"]),
    lagDays: z.int(),
  }),
});

/** One work package waits for another no more. */
export const DependencyRemoved = defineEvent({
  name: "playbook.dependency_removed",
  version: 1,
  title: "A dependency was removed",
  payload: z.object({ planId: z.uuid(), dependencyId: z.uuid(), fromId: z.uuid(), toId: z.uuid() }),
});

/** Other days are worked than before. */
export const WorkingCalendarSet = defineEvent({
  name: "playbook.working_calendar_set",
  version: 1,
  title: "The working calendar was set",
  payload: z.object({ planId: z.uuid(), weekdays: z.array(z.int()), holidays: z.int() }),
});

/** The plan is compared with its dates of today from now on. */
export const BaselineTaken = defineEvent({
  name: "playbook.baseline_taken",
  version: 1,
  title: "A baseline was taken",
  payload: z.object({ planId: z.uuid(), baselineId: z.uuid(), name: z.string() }),
});
