import { State } from "#web/ui/state.tsx";

/** Where a statement stands. */
export function StatementState({ status }: { status: "open" | "paid" | "cancelled" }) {
  if (status === "paid") return <State kind="met">Paid</State>;
  if (status === "cancelled") return <State kind="closed">Taken back</State>;
  return <State kind="waiting">To be paid</State>;
}
