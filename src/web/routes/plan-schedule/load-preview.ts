import type { Call } from "#web/context.ts";
import { findProblem } from "#web/problem.ts";
import type { Preview, Previewed } from "./types.ts";

const WORDS = new Set(["conflict", "invalid", "not_found"]);

/** Asks what a move would do. A refusal is an answer too; only what nobody can mend is thrown. */
export async function loadPreview(
  call: Call,
  move: { workPackageId: string; startsOn: string },
): Promise<Previewed> {
  try {
    return { preview: await call<Preview>("playbook.preview_move", move) };
  } catch (thrown) {
    const problem = findProblem(thrown);
    if (!problem || !WORDS.has(problem.kind)) throw thrown;
    const refused =
      problem.kind === "invalid" ? "This is no date. Write it as year, month, day." : problem.message;
    return { refused };
  }
}
