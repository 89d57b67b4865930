import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import type { PlanChange } from "#modules/playbook/queries/compare-with-plan.ts";
import { decodeText } from "#modules/playbook/rules/import/encoding/decode.ts";
import type { ImportedPlan } from "#modules/playbook/rules/import/types.ts";

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

/** Keeps the file byte for byte with what was read from it, and makes it the plan's source. Returns its id. */
export async function writeSource(
  { tx, actor, now }: Pick<CommandContext<unknown>, "tx" | "actor" | "now">,
  source: {
    planId: string;
    fileName: string;
    bytes: Buffer;
    reading: ImportedPlan;
    changes: readonly PlanChange[];
  },
): Promise<string> {
  const { planId, fileName, bytes, reading, changes } = source;
  const id = newId();
  await tx.execute(
    sql`INSERT INTO playbook.source (id, plan_id, file_name, sha256, raw, text, encoding, counts, skipped, structure,
          lint, changes, imported_at, imported_by)
        VALUES (${id}, ${planId}, ${fileName}, ${reading.encoding.sha256}, ${bytes}, ${decodeText(bytes).text},
          ${json(reading.encoding)}, ${json(reading.counts)}, ${json(reading.skipped)}, ${json(reading.structure)},
          ${json(reading.lint)}, ${json(changes)}, ${now.toString()}, ${actorPersonId(actor)})`,
  );
  await tx.execute(sql`UPDATE playbook.plan SET source_id = ${id} WHERE id = ${planId}`);
  return id;
}
