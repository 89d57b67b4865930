import { type Authentication, createAuthentication } from "#kernel/auth/authentication.ts";
import { addPerson, setPassword } from "#kernel/auth/people.ts";
import type { StaffRole } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

/** A password that all the rules take. */
export const PASSWORD = "fjord lantern 7 mud";

/** A house with its door. */
export interface AuthHouse extends TestApp {
  auth: Authentication;
  addPerson(name: string, role: StaffRole | null, password?: string): Promise<{ id: string; email: string }>;
  /** Mails of a kind, newest first. */
  mails(kind: string): Promise<{ to: string; text: string }[]>;
  /** The secret in the newest mail of a kind. */
  mailedToken(kind: string): Promise<string>;
}

/** Opens a house with people, a door and an outbox. */
export async function openAuthHouse(env: Record<string, string> = {}): Promise<AuthHouse> {
  const house = await openTestApp({ env });
  const { app } = house;
  const auth = createAuthentication(app, "a secret only for tests, long enough");
  const mails = (kind: string) =>
    rows<{ to: string; text: string }>(
      app.database.db,
      sql`SELECT to_address AS "to", text FROM kernel.mail WHERE kind = ${kind} ORDER BY id DESC`,
    );
  return {
    ...house,
    auth,
    mails,
    addPerson: (name, role, password = PASSWORD) =>
      app.database.db.transaction(async (tx) => {
        const email = `${name.toLowerCase()}@example.test`;
        const now = house.clock.now();
        const id = await addPerson(tx, { name, email, role, now });
        if (password) await setPassword(tx, id, { password, now });
        return { id, email };
      }),
    mailedToken: async (kind) => {
      const [mail] = await mails(kind);
      return /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    },
    close: async () => {
      await auth.settled();
      await house.close();
    },
  };
}
