import { refuse } from "#kernel/errors.ts";
import { readPlan } from "#modules/playbook/rules/import/index.ts";
import type { ImportedPlan as Reading } from "#modules/playbook/rules/import/types.ts";

/** Reads the file; `currency` is that of a plan that names none. Errors: `playbook.no_plan`, `playbook.plan_too_large`. */
export function readPlanFile(
  file: { fileName: string; content: string },
  currency: string,
): {
  bytes: Buffer;
  reading: Reading;
} {
  const bytes = Buffer.from(file.content, "base64");
  const reading = readPlan(bytes, { fileName: file.fileName, currency });
  if (!reading.ok)
    throw refuse(
      reading.code === "playbook.plan_too_large" ? "too_large" : "invalid",
      reading.code,
      reading.message,
      {
        data: { skipped: reading.skipped.slice(0, 50) },
      },
    );
  return { bytes, reading };
}
