import { endSessions } from "#kernel/auth/session.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import type { Tx } from "#kernel/db/database.ts";
import type { KnownPerson } from "#modules/people/accounts/person-exists.ts";
import { PersonErased } from "#modules/people/events/persons.ts";

/** An account that would be left without an owner while others belong to it. */
async function refuseLastOwner(tx: Tx, personId: string): Promise<void> {
  const alone = await firstRow<{ name: string }>(
    tx,
    sql`SELECT a.name FROM people.membership m JOIN people.account a ON a.id = m.account_id
        WHERE m.person_id = ${personId} AND m.role = 'owner' AND m.until_at IS NULL
          AND EXISTS (SELECT FROM people.membership o WHERE o.account_id = m.account_id AND o.until_at IS NULL
            AND o.person_id <> m.person_id)
          AND NOT EXISTS (SELECT FROM people.membership o WHERE o.account_id = m.account_id AND o.until_at IS NULL
            AND o.person_id <> m.person_id AND o.role = 'owner')
        LIMIT 1`,
  );
  if (alone)
    throw refuse(
      "conflict",
      "people.last_owner",
      `This is the only owner of ${alone.name}, and others belong to it. Make one of them an owner first.`,
    );
}

async function refuseCustomer(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  const running = await firstRow<{ name: string }>(
    tx,
    sql`SELECT a.name FROM people.membership m JOIN people.account a ON a.id = m.account_id
        WHERE m.person_id = ${personId} AND m.role = 'owner' AND m.until_at IS NULL
          AND NOT EXISTS (SELECT FROM people.membership o WHERE o.account_id = m.account_id AND o.until_at IS NULL
            AND o.person_id <> m.person_id)
          AND EXISTS (SELECT FROM people.standing s WHERE s.account_id = a.id AND s.source_kind = 'subscription'
            AND (s.until_at IS NULL OR s.until_at > ${now.toString()}))
        LIMIT 1`,
  );
  if (running)
    throw refuse(
      "conflict",
      "people.still_subscribed",
      `${running.name} has a subscription that runs. End it first.`,
    );
}

/**
 * Erases what is personal of a customer in every module, for good. What they bought stays under a nameless account, as
 * the law wants it. Errors: `people.is_staff`, `people.last_owner`, `people.still_subscribed`.
 */
export async function eraseCustomer(
  context: Pick<CommandContext<unknown>, "tx" | "now" | "emit" | "runtime">,
  person: KnownPerson,
): Promise<{ tables: number }> {
  const { tx, now, emit, runtime } = context;
  const { personId } = person;
  if (person.isStaff)
    throw refuse("conflict", "people.is_staff", "This person works here. Erase them under People.");
  await tx.execute(sql`SELECT id FROM auth.person WHERE id = ${personId} FOR UPDATE`);
  await refuseLastOwner(tx, personId);
  await refuseCustomer(tx, personId, now);
  await endSessions(tx, personId);
  const sources = runtime().registry.modules.flatMap((module) => [...(module.personalData ?? [])]);
  for (const source of sources) await source.erase(tx, personId);
  await emit(PersonErased, { personId });
  return { tables: sources.length };
}
