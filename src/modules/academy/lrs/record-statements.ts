import { type Config, publicUrl } from "#kernel/config.ts";
import type { Tx } from "#kernel/db/database.ts";
import { houseAuthority } from "#modules/academy/lrs/authorities.ts";
import { keepStatements } from "#modules/academy/lrs/keep-statements.ts";
import { mergeActivities } from "#modules/academy/lrs/merge-activities.ts";
import { prepareStatements } from "#modules/academy/lrs/prepare-statements.ts";
import { definedActivities } from "#modules/academy/rules/lrs/defined-activities.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import { NEWEST } from "#modules/academy/rules/lrs/spoken-version.ts";

/** Statements of our own player, and whose they are. */
export interface RecordedStatements {
  /** As xAPI 2.0 has them; without an id each gets one. `studentActor` makes their actor. */
  statements: readonly JsonObject[];
  accountId: string | null;
  personId: string | null;
  enrolmentId: string | null;
  now: Temporal.Instant;
  config: Config;
}

/**
 * Records statements in the caller's transaction: they are there when the work they tell of is, and not otherwise. Gives
 * their ids in their order. A statement that is there already is left alone, so the same may be recorded twice under
 * the same id. Errors: StatementFault for a statement that breaks the specification (a bug of the caller),
 * `academy.lrs_conflict`.
 */
export async function recordStatements(tx: Tx, recorded: RecordedStatements): Promise<string[]> {
  const { statements, accountId, personId, enrolmentId, now, config } = recorded;
  const prepared = prepareStatements(statements, {
    version: NEWEST,
    authority: houseAuthority(publicUrl(config)),
  });
  const owner = { sourceId: null, voidsAny: true, accountId, personId, enrolmentId };
  const fresh = await keepStatements(tx, prepared, owner, now);
  await mergeActivities(
    tx,
    fresh.flatMap(({ statement }) => definedActivities(statement)),
    now,
  );
  return prepared.map(({ id }) => id);
}
