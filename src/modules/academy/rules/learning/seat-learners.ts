import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";

/** Somebody who learns by what an account bought. */
export interface Seated {
  id: string;
  status: EnrollmentRow["status"];
}

/** What becomes of a closed one: the reason why the account has no seat for it any more. */
export type Loss = "suspended" | "revoked" | "expired";

/**
 * The statuses of those who learn by an account's purchases, given how many it bought: who came first keeps the seat.
 * `learners` in the order they came. Who was taken out by hand holds no seat and comes back by hand alone.
 */
export function seatLearners<T extends Seated>(
  learners: readonly T[],
  { seats, loss }: { seats: number; loss: Loss },
): { learner: T; status: EnrollmentRow["status"] }[] {
  const seated = learners.filter(({ status }) => status !== "cancelled");
  return seated.map((learner, index) => {
    if (index < seats) return { learner, status: "active" };
    // What was closed for a reason keeps it: a refund after a missed payment is told as a refund, not the other way.
    const isClosed = learner.status === "revoked" || learner.status === "expired";
    return { learner, status: isClosed && loss === "suspended" ? learner.status : loss };
  });
}
