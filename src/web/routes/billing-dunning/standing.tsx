import type { DunningView } from "#modules/billing/contract/dunning.ts";
import { State } from "#web/ui/state.tsx";
import { Day, Moment } from "#web/ui/time.tsx";

const OUTCOMES = {
  paid: ["met", "Paid"],
  written_off: ["missed", "Written off"],
  void: ["closed", "Void"],
  stopped: ["closed", "Ended"],
} as const;

/** Where a late invoice stands. */
export function DunningState({ row }: { row: DunningView }) {
  if (row.outcome) {
    const [kind, word] = OUTCOMES[row.outcome];
    return <State kind={kind}>{word}</State>;
  }
  if (row.heldUntilOn) return <State kind="paused">Held</State>;
  if (row.suspendedAt) return <State kind="missed">Access held back</State>;
  return <State kind="late">{row.step === 0 ? "Late" : `Reminder ${row.step} of ${row.steps}`}</State>;
}

/** When something happens next, and by whose word. */
export function NextLook({ row }: { row: DunningView }) {
  if (row.endedAt) return <span className="text-muted">Nothing</span>;
  if (row.heldUntilOn)
    return (
      <span className="whitespace-nowrap">
        Waits until <Day on={row.heldUntilOn} />
      </span>
    );
  return row.nextAt ? <Moment at={row.nextAt} /> : <span className="text-muted">By hand</span>;
}
