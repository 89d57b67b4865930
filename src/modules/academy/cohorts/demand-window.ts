import { refuse } from "#kernel/errors.ts";

/** The days students may choose a cohort need a first and a last, or neither. Errors: `academy.window_half`. */
export function demandWindow(from: string | null, until: string | null): void {
  if ((from === null) !== (until === null))
    throw refuse(
      "invalid",
      "academy.window_half",
      "Give the first and the last day students may choose it, or neither.",
      {
        issues: [
          { path: from === null ? "enrolFromOn" : "enrolUntilOn", message: "Give both days, or neither" },
        ],
      },
    );
}
