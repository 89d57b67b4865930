import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** What the platform knows of people. */
export const personalData: readonly PersonalDataSource[] = [
  {
    table: "kernel.mail",
    what: "Mails sent to the person: address, subject and text, kept 90 days",
    basis: "To show what was sent and to send each mail once",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT to_address, to_name, subject, text, created_at FROM kernel.mail WHERE person_id = ${personId}`,
      ),
    erase: async (db, personId) => {
      await db.execute(
        sql`UPDATE kernel.mail SET to_address = 'erased@invalid', to_name = NULL, subject = 'Erased', text = '',
              html = NULL, headers = '{}', status = CASE WHEN status = 'queued' THEN 'failed' ELSE status END
            WHERE person_id = ${personId}`,
      );
    },
  },
  {
    table: "platform.notification",
    what: "Notices to the person, kept 180 days",
    basis: "To tell people what concerns them",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT kind, title, body, created_at, read_at FROM platform.notification WHERE person_id = ${personId}`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`DELETE FROM platform.notification WHERE person_id = ${personId}`);
    },
  },
  {
    table: "platform.notification_preference",
    what: "How the person wants to be told",
    basis: "Chosen by the person",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT kind, delivery FROM platform.notification_preference WHERE person_id = ${personId}`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`DELETE FROM platform.notification_preference WHERE person_id = ${personId}`);
      await db.execute(sql`DELETE FROM platform.notification_digest WHERE person_id = ${personId}`);
    },
  },
];
