import { hash } from "node:crypto";
import { rows, sql } from "#kernel/db/sql.ts";
import { noteAttachments, saveAttachments } from "#modules/academy/lrs/attachment-files.ts";
import { bindAttachments } from "#modules/academy/lrs/bind-attachments.ts";
import { keepStatements } from "#modules/academy/lrs/keep-statements.ts";
import type { LrsHouse } from "#modules/academy/lrs/lrs-house.ts";
import { mergeActivities } from "#modules/academy/lrs/merge-activities.ts";
import { type PreparedStatement, prepareStatements } from "#modules/academy/lrs/prepare-statements.ts";
import { notAllowed } from "#modules/academy/lrs/refusals.ts";
import { canVoidAny, type Sender } from "#modules/academy/lrs/sender.ts";
import { identityOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { type DefinedActivity, definedActivities } from "#modules/academy/rules/lrs/defined-activities.ts";
import type { Json, JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import type { Part } from "#modules/academy/rules/lrs/multipart.ts";
import type { ApiVersion } from "#modules/academy/rules/lrs/spoken-version.ts";

const UNIQUE_VIOLATION = "23505";
const TRIES = 4;

/** A player speaks of its own student, in its own registration. */
function demandReach({ reach }: Sender, prepared: readonly PreparedStatement[]): void {
  if (!reach) return;
  for (const { statement } of prepared) {
    const { registration } = (statement.context ?? {}) as JsonObject;
    if (identityOf(statement.actor) !== reach.identity)
      throw notAllowed("This token is for statements of another actor.");
    if (String(registration).toLowerCase() !== reach.registration)
      throw notAllowed("This token is for statements of another registration.");
  }
}

/** Who may not void what others sent is told so, where it is there already. */
async function demandVoidable(
  { db }: LrsHouse,
  sender: Sender,
  prepared: readonly PreparedStatement[],
): Promise<void> {
  const targets = prepared.flatMap(({ voids, targetId }) => (voids && targetId ? [targetId] : []));
  if (targets.length === 0 || canVoidAny(sender)) return;
  const others = await rows<{ id: string }>(
    db,
    sql`SELECT id FROM academy.lrs_statement
        WHERE id = ANY (${sql.param(targets)}::uuid[]) AND source_id IS DISTINCT FROM ${sender.id}::uuid LIMIT 1`,
  );
  if (others.length > 0)
    throw notAllowed("Only who sent a statement, or who may do everything, may void it.");
}

const nameOf = ({ id, definition }: DefinedActivity): string =>
  hash("sha1", `${id}\n${JSON.stringify(definition)}`);

/** Two who send the same id in the same moment: the second finds the first's when it tries again. */
async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await work();
    } catch (error) {
      const { code, cause } = error as { code?: string; cause?: { code?: string } };
      if (left <= 1 || (code !== UNIQUE_VIOLATION && cause?.code !== UNIQUE_VIOLATION)) throw error;
    }
  }
}

/** What is to be written. */
export interface Writing {
  values: readonly Json[];
  files: ReadonlyMap<string, Part>;
  version: ApiVersion;
}

/**
 * Checks and stores statements, all or none; gives their ids in their order once they are durable. Most requests are one
 * statement to the database, which commits by itself; only files and definitions nobody knew make it a transaction.
 */
export async function writeStatements(house: LrsHouse, sender: Sender, writing: Writing): Promise<string[]> {
  const { values, files, version } = writing;
  const prepared = prepareStatements(values, { version, authority: sender.authority });
  const bound = bindAttachments(prepared, files);
  demandReach(sender, prepared);
  await demandVoidable(house, sender, prepared);
  const now = house.clock.now();
  const { accountId = null, personId = null, enrolmentId = null } = sender.reach ?? {};
  const owner = { sourceId: sender.id, voidsAny: canVoidAny(sender), accountId, personId, enrolmentId };
  const defined = prepared
    .flatMap(({ statement }) => definedActivities(statement))
    .map((one) => ({ one, name: nameOf(one) }))
    .filter(({ name }) => !house.merged.has(name));
  const stored = await saveAttachments({ db: house.db, files: house.services.files, now }, bound);
  if (defined.length === 0 && stored.length === 0) {
    await tryAgain(() => keepStatements(house.db, prepared, owner, now));
  } else {
    await tryAgain(() =>
      house.db.transaction(async (tx) => {
        const fresh = new Set((await keepStatements(tx, prepared, owner, now)).map(({ id }) => id));
        await mergeActivities(
          tx,
          defined.map(({ one }) => one),
          now,
        );
        await noteAttachments(
          tx,
          stored.filter(({ statementId }) => fresh.has(statementId)),
        );
      }),
    );
    for (const { name } of defined) house.merged.set(name, true);
  }
  return prepared.map(({ statement }) => String(statement.id));
}
