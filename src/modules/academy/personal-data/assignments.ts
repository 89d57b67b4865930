import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

const EMPTY = sql`'{"type": "doc", "content": []}'::jsonb`;

/** What a student is writing. */
const draftData: PersonalDataSource = {
  table: "academy.submission_draft",
  what: "Drafts of work a student has not handed in",
  basis: "Kept until it is handed in; erased with the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT assignment_key, text, replaced_text, saved_at FROM academy.submission_draft WHERE person_id = ${personId}`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.submission_draft WHERE person_id = ${personId}`);
  },
};

/** What a student handed in. The record stays, the words go. */
const submissionData: PersonalDataSource = {
  table: "academy.submission",
  what: "Work a student handed in, when, and how it stands",
  basis:
    "Proof of what was achieved in a course; text is erased with the person, dates and standing stay without it",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT course_id, assignment_key, number, text, submitted_at, due_at, is_late, status, returned_note
          FROM academy.submission WHERE person_id = ${personId} ORDER BY submitted_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE academy.submission SET text = ${EMPTY}, returned_note = '' WHERE person_id = ${personId}`,
    );
    await db.execute(
      sql`UPDATE academy.submission SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by = ${personId}`,
    );
  },
};

/** Files a student sent. */
const fileData: PersonalDataSource = {
  table: "academy.student_file",
  what: "Files a student handed in or was about to",
  basis: "Part of the work; no longer reachable once the person is erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT file_id, assignment_key, name, media_type, bytes, sha256, added_at FROM academy.student_file
          WHERE person_id = ${personId} ORDER BY added_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.student_file WHERE person_id = ${personId}`);
  },
};

/** Marks a student got, and those a grader gave. */
const markData: PersonalDataSource = {
  table: "academy.mark",
  what: "Marks a student got with what was said about the work; marks the person gave",
  basis:
    "Proof of what was achieved; points stay, words are erased with the student. A grader's name goes with the grader",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT submission_id, reading, points, max_points, score_ppm, criteria, comment, saved_at, released_at,
            grader_id = ${personId} AS given_by_me
          FROM academy.mark WHERE person_id = ${personId} OR grader_id = ${personId} ORDER BY saved_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE academy.mark SET comment = ${EMPTY}, private_note = '',
            criteria = (SELECT coalesce(jsonb_agg(one || '{"comment": ""}'::jsonb), '[]') FROM jsonb_array_elements(criteria) one)
          WHERE person_id = ${personId}`,
    );
  },
};

/** The history of grades is written once; it names people by id alone. */
const historyData: PersonalDataSource = {
  table: "academy.grade_change",
  what: "Who changed which grade, when and why",
  basis: "Proof that grades came about rightly; holds ids, whose names go when people are erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT g.act, g.before, g.after, g.reason, g.at, g.by_person_id = ${personId} AS by_me
          FROM academy.grade_change g LEFT JOIN academy.enrollment e ON e.id = g.enrollment_id
          WHERE g.by_person_id = ${personId} OR e.person_id = ${personId} ORDER BY g.at`,
    ),
  erase: async () => {},
};

/** Grades set by hand. */
const overrideData: PersonalDataSource = {
  table: "academy.grade_override",
  what: "Grades that were set by hand, and why",
  basis: "Proof of what was achieved; the reason is erased with the student, who set it with that person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT o.item_key, o.score_ppm, o.reason, o.at, o.by_person_id = ${personId} AS by_me
          FROM academy.grade_override o JOIN academy.enrollment e ON e.id = o.enrollment_id
          WHERE e.person_id = ${personId} OR o.by_person_id = ${personId} ORDER BY o.at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE academy.grade_override o SET reason = '' FROM academy.enrollment e
          WHERE e.id = o.enrollment_id AND e.person_id = ${personId}`,
    );
    await db.execute(
      sql`UPDATE academy.grade_override SET by_person_id = NULL WHERE by_person_id = ${personId}`,
    );
  },
};

export const assignmentsData: readonly PersonalDataSource[] = [
  draftData,
  submissionData,
  fileData,
  markData,
  historyData,
  overrideData,
];
