import { hash } from "node:crypto";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";
import { eraseAgents, findTheirStatements } from "#modules/academy/lrs/erase-agents.ts";
import type { Forgotten } from "#modules/academy/rules/lrs/erase-agent.ts";
import { findIdentity } from "#modules/people/index.ts";

const MOST = 100_000;

/** The person by id, and by every e-mail address that is known of them now. */
async function identitiesOf(db: Db, personId: string): Promise<Forgotten> {
  const { emails } = await findIdentity(db, { accountId: null, personId });
  const boxes = emails.map((email) => `mailto:${email}`);
  return {
    identities: new Set(boxes.flatMap((box) => [`mbox ${box}`, `mbox_sha1sum ${hash("sha1", box)}`])),
    personIds: new Set([personId.toLowerCase()]),
  };
}

/** What the learning record store knows of a person. */
export const lrsPersonalData: readonly PersonalDataSource[] = [
  {
    table: "academy.lrs_statement",
    what: "Learning records: what the person did in courses, as statements of xAPI",
    basis:
      "Shows the person's progress to them and to their teachers; where somebody else's record names the person, the name gives way and the record stays",
    export: async (db, personId) => {
      const found = await findTheirStatements(db, await identitiesOf(db, personId), {
        after: "0",
        limit: MOST,
      });
      return found.map(({ raw }) => JSON.parse(raw) as unknown);
    },
    erase: async (db, personId) => {
      await eraseAgents(db, await identitiesOf(db, personId));
    },
  },
  {
    table: "academy.lrs_document",
    what: "What course packages remember of the person: where they stopped, how they like it",
    basis: "Lets the person go on where they stopped",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT resource, activity_id, registration, document_id, content_type, encode(content, 'base64') AS content,
                   updated_at
            FROM academy.lrs_document
            WHERE person_id = ${personId} OR lower(agent #>> '{account,name}') = ${personId}`,
      ),
    erase: async (db, personId) => {
      await db.execute(
        sql`DELETE FROM academy.lrs_document
            WHERE person_id = ${personId} OR lower(agent #>> '{account,name}') = ${personId}`,
      );
    },
  },
  {
    table: "academy.lrs_token",
    what: "Keys a course player used on the person's behalf, without their secrets",
    basis: "Let a player tell what the person does, for a while",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT registration, activity_id, created_at, expires_at FROM academy.lrs_token
            WHERE person_id = ${personId}`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`DELETE FROM academy.lrs_token WHERE person_id = ${personId}`);
    },
  },
];
