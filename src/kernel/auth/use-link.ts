import type { LinkEntry, LinkFacts, SignInStep } from "#kernel/auth/door.ts";
import { LINK_OVER, type OpenLink, readLink, takeLink } from "#kernel/auth/links.ts";
import { hasOwner, OWNER_LOCK } from "#kernel/auth/owner-link.ts";
import { addPerson, findRecipient, setPassword } from "#kernel/auth/people.ts";
import { endSessions } from "#kernel/auth/session.ts";
import { signIn } from "#kernel/auth/sign-in.ts";
import { record, recordAndTell, type Visit } from "#kernel/auth/visit.ts";
import { passwordFault } from "#kernel/browser/password-rules.ts";
import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** Refuses a password that is easily guessed. Errors: `auth.password_weak`. */
export function checkNewPassword(password: string, about: readonly string[]): void {
  const fault = passwordFault(password, about);
  if (fault)
    throw refuse("invalid", "auth.password_weak", `${fault}.`, {
      issues: [{ path: "password", message: fault }],
    });
}

/** What a page shows of a link. */
export async function describeLink(visit: Visit, token: string): Promise<LinkFacts> {
  const { kind, name, email, role, expiresAt } = await readLink(
    visit.house.database.db,
    token,
    visit.house.clock.now(),
  );
  return { kind, name, email, role, expiresAt: Temporal.Instant.from(expiresAt).toString() };
}

const missing = (path: string) => ({ path, message: "Fill this in" });

function ownerEntry({ name, email }: LinkEntry): { name: string; email: string } {
  if (name && email) return { name, email };
  throw refuse("invalid", "auth.owner_incomplete", "Enter your name and your e-mail address.", {
    issues: [...(name ? [] : [missing("name")]), ...(email ? [] : [missing("email")])],
  });
}

/** The person a link lets in: there already, or the first owner, who comes to be now. */
async function personOf(tx: Tx, link: OpenLink, entry: LinkEntry, now: Temporal.Instant) {
  if (link.personId) return { personId: link.personId, name: link.name ?? "", email: link.email ?? "" };
  const { name, email } = ownerEntry(entry);
  // The link is for a house without an owner. One made on the command line meanwhile ends it.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${OWNER_LOCK})`);
  if (await hasOwner(tx)) throw LINK_OVER();
  return { personId: await addPerson(tx, { name, email, role: "owner", now }), name, email };
}

async function redeem(visit: Visit, entry: LinkEntry): Promise<string> {
  const { house } = visit;
  const now = house.clock.now();
  const { name: company } = await house.services.company();
  return house.database.db.transaction(async (tx) => {
    const link = await takeLink(tx, entry.token, now);
    const person = await personOf(tx, link, entry, now);
    checkNewPassword(entry.password, [person.name, person.email, company]);
    await setPassword(tx, person.personId, { password: entry.password, now });
    await endSessions(tx, person.personId);
    await record(visit, tx, "auth.use_link", person.personId);
    const to = await findRecipient(tx, person.personId);
    if (link.kind === "password_reset" && to)
      await recordAndTell(visit, tx, { fact: "auth.set_password", notice: "password_set", to });
    return person.email;
  });
}

/** Uses a link up: sets the password, ends other sessions, signs in (the second step still asks, where there is one). */
export async function useLink(visit: Visit, entry: LinkEntry): Promise<SignInStep> {
  const email = await redeem(visit, entry);
  await visit.attempts.forget({ kind: "password_account", of: email });
  return signIn(visit, { email, password: entry.password, remember: true });
}
