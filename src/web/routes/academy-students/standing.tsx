import type { ENROLLMENT_STATUSES } from "#modules/academy/contract/learning.ts";
import { State } from "#web/ui/state.tsx";

type Status = (typeof ENROLLMENT_STATUSES)[number];

/** What the standing of a student is called, and how it looks. */
export const STANDINGS: Record<Status, { kind: string; word: string }> = {
  active: { kind: "in_progress", word: "Learns" },
  suspended: { kind: "paused", word: "Held back" },
  revoked: { kind: "missed", word: "Refunded" },
  expired: { kind: "closed", word: "Time is over" },
  cancelled: { kind: "closed", word: "Taken out" },
};

/** How a student came to a course. */
export const SOURCES: Record<string, string> = {
  purchase: "Bought it",
  seat: "A seat of their account",
  invitation: "Was invited",
  staff: "Enrolled by staff",
};

/** Where a student stands; who completed the course did so whatever came after. */
export function StudentState({ status, completedAt }: { status: Status; completedAt: string | null }) {
  if (completedAt && status === "active") return <State kind="done">Completed</State>;
  const { kind, word } = STANDINGS[status];
  return <State kind={kind}>{word}</State>;
}
