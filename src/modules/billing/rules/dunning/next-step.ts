import type {
  DunningSchedule,
  DunningState,
  DunningStep,
  LateInvoice,
} from "#modules/billing/rules/dunning/types.ts";

/** Whoever is to lose access has had a mail about it for so many days, even when no worker ran for weeks. */
const NOTICE_DAYS = 3;
/** And so many before an invoice is given up. */
const WRITE_OFF_NOTICE_DAYS = 14;
/** An order that waits for its first payment is reminded of twice; then it is given up like any other order. */
const ORDER_REMINDERS = 2;

const later = (a: string, b: string): string => (a > b ? a : b);
const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The day access ends, from the first reminder on; null before it, and where there is none to end. */
function suspensionDay(invoice: LateInvoice, state: DunningState, schedule: DunningSchedule): string | null {
  const canSuspend = invoice.hasAccess && !invoice.isOrder && !state.isSuspended;
  if (!canSuspend || state.firstRemindedOn === null) return null;
  return later(addDays(invoice.dueOn, schedule.graceDays), addDays(state.firstRemindedOn, NOTICE_DAYS));
}

function writeOffDay(invoice: LateInvoice, state: DunningState, schedule: DunningSchedule): string | null {
  if (invoice.isOrder || schedule.writeOffDays === null || state.firstRemindedOn === null) return null;
  return later(
    addDays(invoice.dueOn, schedule.writeOffDays),
    addDays(state.firstRemindedOn, WRITE_OFF_NOTICE_DAYS),
  );
}

function remindOrRetry(
  invoice: LateInvoice,
  state: DunningState,
  due: { step: number; isLast: boolean; schedule: DunningSchedule; today: string },
): DunningStep {
  if (invoice.hasMethod && state.retriedStep < due.step) return { kind: "retry", step: due.step };
  const reminded = { ...state, firstRemindedOn: state.firstRemindedOn ?? due.today };
  return {
    kind: "remind",
    step: due.step,
    isLast: due.isLast,
    suspendsOn: suspensionDay(invoice, reminded, due.schedule),
  };
}

/**
 * What dunning does next with a late invoice on a local day of the company. Of reminders that were missed only the last is
 * sent; nothing happens while money is under way, or on days staff agreed to wait for.
 */
export function nextStep(
  invoice: LateInvoice,
  state: DunningState,
  schedule: DunningSchedule,
  today: string,
): DunningStep {
  if (state.heldUntilOn !== null && today < state.heldUntilOn)
    return { kind: "wait", untilOn: state.heldUntilOn };
  if (invoice.isMoneyUnderWay) return { kind: "hold" };
  const days = invoice.isOrder ? schedule.reminderDays.slice(0, ORDER_REMINDERS) : schedule.reminderDays;
  const step = days.filter((after) => addDays(invoice.dueOn, after) <= today).length;
  if (step > state.step)
    return remindOrRetry(invoice, state, { step, isLast: step === days.length, schedule, today });
  const suspendsOn = suspensionDay(invoice, state, schedule);
  if (suspendsOn !== null && suspendsOn <= today) return { kind: "suspend" };
  const writesOffOn = writeOffDay(invoice, state, schedule);
  if (writesOffOn !== null && writesOffOn <= today) return { kind: "write_off" };
  const after = days[step];
  const upcoming = [after === undefined ? null : addDays(invoice.dueOn, after), suspendsOn, writesOffOn];
  const [untilOn] = upcoming.filter((day) => day !== null).toSorted();
  return untilOn === undefined ? { kind: "rest" } : { kind: "wait", untilOn };
}
