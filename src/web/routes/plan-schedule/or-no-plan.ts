import type { Call } from "#web/context.ts";
import { findProblem } from "#web/problem.ts";

/** The answer, or null before the first plan is imported. */
export async function orNoPlan<Output>(
  call: Call,
  operation: string,
  input: unknown,
): Promise<Output | null> {
  try {
    return await call<Output>(operation, input);
  } catch (thrown) {
    if (findProblem(thrown)?.code === "playbook.no_plan_yet") return null;
    throw thrown;
  }
}
