/** When reminders go out and what follows, in days after the due date. */
export interface DunningSchedule {
  reminderDays: readonly number[];
  graceDays: number;
  writeOffDays: number | null;
}

/** A late invoice, as far as its dunning hangs on it. Days are local days of the company. */
export interface LateInvoice {
  dueOn: string;
  /** The first invoice of an order: nothing was given for it yet, so nothing can be held back. */
  isOrder: boolean;
  /** It pays for access that can be held back; work that was billed by hand does not. */
  hasAccess: boolean;
  /** A saved method can be charged. */
  hasMethod: boolean;
  /** A payment of it is in somebody's hands just now. */
  isMoneyUnderWay: boolean;
}

/** How far dunning is. `step` counts reminders that are out, `retriedStep` the last whose retry was made. */
export interface DunningState {
  step: number;
  retriedStep: number;
  firstRemindedOn: string | null;
  isSuspended: boolean;
  heldUntilOn: string | null;
}

/** What comes next. */
export type DunningStep =
  | { kind: "hold" }
  | { kind: "retry"; step: number }
  | { kind: "remind"; step: number; isLast: boolean; suspendsOn: string | null }
  | { kind: "suspend" }
  | { kind: "write_off" }
  | { kind: "wait"; untilOn: string }
  | { kind: "rest" };
