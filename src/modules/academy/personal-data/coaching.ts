import { type SQL } from "drizzle-orm";
import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

const OWN = (personId: string): SQL =>
  sql`enrollment_id IN (SELECT id FROM academy.enrollment WHERE person_id = ${personId})`;

/** What students set out to do, what they were written, and what they think of a course. */
export const coachingData: readonly PersonalDataSource[] = [
  {
    table: "academy.coaching",
    what: "Goal and weekly plan in a course, and when the person may be written to",
    basis: "The person wrote it down, to be reminded",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT goal, plan_days, plan_minutes, plan_at, wants_mail, quiet_from, quiet_until FROM academy.coaching
            WHERE ${OWN(personId)}`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`DELETE FROM academy.coaching WHERE ${OWN(personId)}`);
    },
  },
  {
    table: "academy.coaching_mail",
    what: "Which mails of a course the person was sent, and when",
    basis: "Keeps mails from coming twice; says nothing of the person without their name",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT kind, occasion, sent_at FROM academy.coaching_mail WHERE ${OWN(personId)} ORDER BY sent_at`,
      ),
    erase: async () => {},
  },
  {
    table: "academy.risk_episode",
    what: "When the person was at risk of not finishing a course, and why",
    basis: "Lets teachers help in time",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT reasons, began_at, ended_at FROM academy.risk_episode WHERE ${OWN(personId)} ORDER BY began_at`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`DELETE FROM academy.risk_episode WHERE ${OWN(personId)}`);
    },
  },
  {
    table: "academy.survey_answer",
    what: "Whether the person would recommend a course, and their comment",
    basis: "The person told us, to make the course better; the score counts on without their words",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT moment, score, comment, answered_at FROM academy.survey_answer WHERE person_id = ${personId}`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`UPDATE academy.survey_answer SET comment = '' WHERE person_id = ${personId}`);
    },
  },
  {
    table: "academy.active_day",
    what: "Days on which the person learned",
    basis: "Counts how many people learn; says nothing of the person without their name",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT on_day::text AS on_day, first_at FROM academy.active_day WHERE ${OWN(personId)} ORDER BY on_day`,
      ),
    erase: async () => {},
  },
];
