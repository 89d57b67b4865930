import type { Call } from "#web/context.ts";
import type { Attempt, Item } from "./quiz-words.ts";

/** A question as the list of questions shows it. */
export interface Mark {
  position: number;
  isAnswered: boolean;
  isLocked: boolean;
}

export type Loaded =
  | { view: "result"; attempt: Attempt }
  | { view: "end"; attempt: Omit<Attempt, "items">; marks: Mark[] }
  | { view: "question"; attempt: Omit<Attempt, "items">; marks: Mark[]; item: Item };

/** An attempt whose time ran out while nobody looked is marked before it is shown. */
async function read(call: Call, attemptId: string): Promise<Attempt> {
  const attempt = await call<Attempt>("academy.get_my_attempt", { attemptId });
  if (!attempt.isOver) return attempt;
  await call("academy.submit_attempt", { attemptId });
  return call<Attempt>("academy.get_my_attempt", { attemptId });
}

/** What one page of an attempt needs: one question, the list before submitting, or the result. */
export async function loadAttempt(call: Call, attemptId: string, asked: string | null): Promise<Loaded> {
  const found = await read(call, attemptId);
  if (found.status !== "open") return { view: "result", attempt: found };
  const { items, ...attempt } = found;
  const marks = items.map(({ position, answer, isLocked }) => ({
    position,
    isAnswered: answer !== null,
    isLocked,
  }));
  if (asked === "end") return { view: "end", attempt, marks };
  const item =
    items.find(({ position }) => String(position) === asked) ??
    items.find(({ answer }) => answer === null) ??
    items[0];
  return item ? { view: "question", attempt, marks, item } : { view: "end", attempt, marks };
}
