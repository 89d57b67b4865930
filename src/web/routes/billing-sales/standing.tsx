import { State } from "#web/ui/state.tsx";

const SUBSCRIPTION = {
  incomplete: ["waiting", "Waits for payment"],
  trialing: ["in_progress", "On trial"],
  active: ["met", "Active"],
  past_due: ["at_risk", "Past due"],
  suspended: ["missed", "Suspended"],
  paused: ["paused", "Paused"],
  cancelled: ["closed", "Ended"],
} as const;

export type SubscriptionStanding = keyof typeof SUBSCRIPTION;

/** The choices of a filter by standing. */
export const subscriptionStandings = Object.entries(SUBSCRIPTION).map(([value, [, label]]) => ({
  value,
  label,
}));

/** Where a subscription stands, and what is planned for it. */
export function SubscriptionState({ status, reason }: { status: SubscriptionStanding; reason?: string }) {
  const [kind, word] = SUBSCRIPTION[status];
  return (
    <State kind={kind} reason={reason}>
      {word}
    </State>
  );
}

interface InvoiceStanding {
  kind: "invoice" | "credit_note";
  status: "draft" | "open" | "paid" | "void" | "uncollectible";
  isOverdue: boolean;
}

const INVOICE = {
  draft: ["draft", "Draft"],
  open: ["waiting", "Open"],
  paid: ["met", "Paid"],
  void: ["closed", "Void"],
  uncollectible: ["missed", "Written off"],
} as const;

/** Where an invoice stands; a credit note simply is. */
export function InvoiceState({ invoice }: { invoice: InvoiceStanding }) {
  if (invoice.kind === "credit_note") return <State kind="done">Credit note</State>;
  if (invoice.isOverdue) return <State kind="late">Overdue</State>;
  const [kind, word] = INVOICE[invoice.status];
  return <State kind={kind}>{word}</State>;
}

/** Where an order stands. */
export function OrderState({ status }: { status: "open" | "paid" | "cancelled" }) {
  if (status === "paid") return <State kind="met">Paid</State>;
  if (status === "cancelled") return <State kind="closed">Cancelled</State>;
  return <State kind="waiting">Waits for payment</State>;
}
