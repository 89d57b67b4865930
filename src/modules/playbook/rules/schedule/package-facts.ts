import { addDays, type IsoDate } from "../calendar/iso-date.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { replan } from "./replan.ts";
import type { PlannedPackage } from "./types.ts";

/** Working days of a package whose source gives no end. */
const UNPLANNED_DAYS = 5;

/**
 * What is known of a work package. The source says where it lies (half-open); `notBeforeOn` is where a person put
 * its start instead. `actualEnd` is half-open; `lastProofOn` is the day of the last proof.
 */
export interface PackageFacts {
  id: string;
  title: string;
  sourceStart: IsoDate | null;
  sourceEnd: IsoDate | null;
  notBeforeOn: IsoDate | null;
  durationDays: number | null;
  actualStart: IsoDate | null;
  actualEnd: IsoDate | null;
  proved: number;
  deliverables: number;
  lastProofOn: IsoDate | null;
}

/** Reads the facts as the schedule wants them: work whose deliverables are all proved ended with the last proof. */
export function toPlannedPackage(facts: PackageFacts, calendar: WorkingCalendar): PlannedPackage {
  const { proved, deliverables, lastProofOn } = facts;
  const complete = deliverables > 0 && proved === deliverables;
  const actualEnd = facts.actualEnd ?? (complete && lastProofOn ? addDays(lastProofOn, 1) : undefined);
  const work: PlannedPackage = {
    id: facts.id,
    title: facts.title,
    start: facts.sourceStart ?? undefined,
    end: facts.sourceEnd ?? undefined,
    durationDays: facts.durationDays ?? (facts.sourceEnd === null ? UNPLANNED_DAYS : undefined),
    progress: actualEnd ? 1 : deliverables === 0 ? 0 : proved / deliverables,
    actualStart: facts.actualStart ?? undefined,
    actualEnd,
  };
  return facts.notBeforeOn === null ? work : replan(work, facts.notBeforeOn, calendar);
}
