import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** Taken quizzes; scores stay as part of the record of what was learnt, texts that were typed go. */
export const attemptData: PersonalDataSource = {
  table: "academy.quiz_attempt",
  what: "Quizzes the person took, and how they went",
  basis: "The contract about the course; the record of results stays without what was typed",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT quiz_key, number, status, started_at, finished_at, score_ppm, is_passed FROM academy.quiz_attempt
          WHERE person_id = ${personId} ORDER BY started_at`,
    ),
  erase: async () => {},
};

const ofPerson = (personId: string) =>
  sql`attempt_id IN (SELECT id FROM academy.quiz_attempt WHERE person_id = ${personId})`;
const TYPED = sql`answer->>'kind' IN ('short_text', 'numeric', 'cloze')`;

/** Answers; those in a person's own words are erased, choices say nothing of a person. */
export const answerData: PersonalDataSource = {
  table: "academy.quiz_item",
  what: "Answers the person gave in quizzes",
  basis: "The contract about the course",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT attempt_id, position, answer, saved_at, awarded_ppm FROM academy.quiz_item
          WHERE ${ofPerson(personId)} AND answer IS NOT NULL ORDER BY attempt_id, position`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE academy.quiz_item SET answer = NULL WHERE ${ofPerson(personId)} AND ${TYPED}`,
    );
  },
};

/** Every save of an answer, kept to settle what happened. */
export const saveData: PersonalDataSource = {
  table: "academy.quiz_save",
  what: "When the person saved which answer in quizzes",
  basis: "Legitimate interest: settling what happened in an attempt",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT attempt_id, position, answer, at FROM academy.quiz_save WHERE ${ofPerson(personId)}
          ORDER BY attempt_id, at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.quiz_save WHERE ${ofPerson(personId)}`);
  },
};

const ofStudent = (personId: string) =>
  sql`enrollment_id IN (SELECT id FROM academy.enrollment WHERE person_id = ${personId})`;

/** Reasons for extra time may tell of a person's health. */
export const allowanceData: PersonalDataSource = {
  table: "academy.quiz_allowance",
  what: "More attempts or time the person was given in quizzes, with the reason",
  basis: "The contract about the course; the reason is erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT quiz_key, extra_attempts, extra_minutes, reason, given_at, withdrawn_at FROM academy.quiz_allowance
          WHERE ${ofStudent(personId)} ORDER BY given_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`UPDATE academy.quiz_allowance SET reason = 'erased' WHERE ${ofStudent(personId)}`);
  },
};
