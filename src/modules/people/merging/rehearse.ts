import type { Db, Tx } from "#kernel/db/database.ts";

/** Carries the answer out of a transaction that is taken back. */
class Rehearsed<T> extends Error {
  readonly answer: T;
  constructor(answer: T) {
    super("Rehearsed");
    this.answer = answer;
  }
}

/** Does the work in a transaction that is always taken back, and gives its answer: nothing of it stays. */
export async function rehearse<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(async (tx): Promise<T> => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer as T;
    throw error;
  }
}
