import { State } from "#web/ui/state.tsx";

const PAYMENT = {
  received: ["met", "Received"],
  partly_refunded: ["at_risk", "Partly refunded"],
  refunded: ["closed", "Refunded"],
  disputed: ["missed", "Disputed"],
  returned: ["closed", "Taken back"],
} as const;

/** Where a payment stands. */
export function PaymentState({ status }: { status: keyof typeof PAYMENT }) {
  const [kind, word] = PAYMENT[status];
  return <State kind={kind}>{word}</State>;
}

const LINE = {
  new: ["running", "Being matched"],
  matched: ["met", "Matched"],
  suggested: ["on_track", "Suggestion"],
  unmatched: ["waiting", "Nothing fits"],
  ignored: ["closed", "Set aside"],
} as const;

export type LineStanding = keyof typeof LINE;

/** Where a bank line stands. */
export function LineState({ status }: { status: LineStanding }) {
  const [kind, word] = LINE[status];
  return <State kind={kind}>{word}</State>;
}

const EVENT = {
  received: ["running", "Waiting"],
  processed: ["met", "Looked into"],
  ignored: ["closed", "Not ours"],
  failed: ["failed", "Failed"],
} as const;

/** What came of a provider's message. */
export function EventState({ status }: { status: keyof typeof EVENT }) {
  const [kind, word] = EVENT[status];
  return <State kind={kind}>{word}</State>;
}

/** The choices of a filter by what came of a message. */
export const eventStandings = Object.entries(EVENT).map(([value, [, label]]) => ({ value, label }));

/** The choices of a filter by where a line stands. */
export const lineStandings = Object.entries(LINE).map(([value, [, label]]) => ({ value, label }));
