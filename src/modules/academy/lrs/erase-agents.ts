import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { hashKey } from "#modules/academy/lrs/hash-key.ts";
import { type Forgotten, isForgotten, withoutAgents } from "#modules/academy/rules/lrs/erase-agent.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import { filterKey, keysOfStatement } from "#modules/academy/rules/lrs/statement-keys.ts";

const AT_ONCE = 200;

interface Found {
  sequence: string;
  id: string;
  raw: string;
}

/** Keys under which statements of these people are found, in any part they have in them. */
const keysOf = ({ identities, personIds }: Forgotten): string[] =>
  [...[...identities].map(filterKey.relatedAgent), ...[...personIds].map(filterKey.person)].map(hashKey);

/** Statements they have a part in, after a place in the order of storing. */
export const findTheirStatements = (
  tx: Tx,
  forgotten: Forgotten,
  page: { after: string; limit: number },
): Promise<Found[]> =>
  rows<Found>(
    tx,
    sql`SELECT s.sequence::text AS sequence, s.id, s.raw FROM academy.lrs_statement s
        WHERE s.sequence > ${page.after}::bigint AND (
          s.sequence IN (SELECT k.sequence FROM academy.lrs_statement_key k
            WHERE k.key = ANY (${sql.param(keysOf(forgotten))}::uuid[]) AND k.sequence > ${page.after}::bigint)
          OR s.person_id = ANY (${sql.param([...forgotten.personIds])}::uuid[]))
        ORDER BY s.sequence LIMIT ${page.limit}`,
  );

async function dropKeys(tx: Tx, sequence: string, statement: JsonObject): Promise<void> {
  await tx.execute(
    sql`DELETE FROM academy.lrs_statement_key
        WHERE sequence = ${sequence}::bigint AND key = ANY (${sql.param(keysOfStatement(statement).map(hashKey))}::uuid[])`,
  );
}

async function drop(tx: Tx, { sequence, id }: Found, statement: JsonObject): Promise<void> {
  await dropKeys(tx, sequence, statement);
  await tx.execute(sql`DELETE FROM academy.lrs_attachment WHERE statement_id = ${id}`);
  await tx.execute(sql`DELETE FROM academy.lrs_statement WHERE sequence = ${sequence}::bigint`);
}

async function makeNameless(tx: Tx, sequence: string, before: JsonObject, after: JsonObject): Promise<void> {
  await dropKeys(tx, sequence, before);
  await tx.execute(
    sql`UPDATE academy.lrs_statement SET raw = ${JSON.stringify(after)} WHERE sequence = ${sequence}::bigint`,
  );
  await tx.execute(
    sql`INSERT INTO academy.lrs_statement_key (key, sequence)
        SELECT key, ${sequence}::bigint FROM unnest(${sql.param(keysOfStatement(after).map(hashKey))}::uuid[]) AS key
        ON CONFLICT DO NOTHING`,
  );
}

/**
 * Forgets people: statements they are the actor of go, in others they become nameless, and their documents go. The one
 * exception to statements never being changed. Gives how many were deleted and changed.
 */
export async function eraseAgents(
  tx: Tx,
  forgotten: Forgotten,
): Promise<{ deleted: number; changed: number }> {
  const stand = newId();
  const count = { deleted: 0, changed: 0 };
  let after = "0";
  for (;;) {
    const found = await findTheirStatements(tx, forgotten, { after, limit: AT_ONCE });
    for (const one of found) {
      const statement: JsonObject = JSON.parse(one.raw);
      if (isForgotten(statement.actor, forgotten)) {
        await drop(tx, one, statement);
        count.deleted++;
      } else {
        await makeNameless(
          tx,
          one.sequence,
          statement,
          withoutAgents(statement, forgotten, stand) as JsonObject,
        );
        count.changed++;
      }
    }
    if (found.length < AT_ONCE) break;
    after = found.at(-1)?.sequence ?? after;
  }
  const agents = [...forgotten.identities].map((identity) => hashKey(filterKey.agent(identity)));
  await tx.execute(
    sql`DELETE FROM academy.lrs_document WHERE agent_key = ANY (${sql.param(agents)}::uuid[])
          OR person_id = ANY (${sql.param([...forgotten.personIds])}::uuid[])
          OR lower(agent #>> '{account,name}') = ANY (${sql.param([...forgotten.personIds])}::text[])`,
  );
  return count;
}
