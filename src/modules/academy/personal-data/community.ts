import { rows, sql } from "#kernel/db/sql.ts";
import { EMPTY_TEXT } from "#kernel/browser/rich-text.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

const NO_WORDS = JSON.stringify(EMPTY_TEXT);

const postData: PersonalDataSource = {
  table: "academy.discussion_post",
  what: "What the person wrote in discussions of lessons",
  basis:
    "Written for other students; the words go with the person, the place stays so that replies make sense",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT title, body, created_at, edited_at, deleted_at, hidden_at, hide_reason FROM academy.discussion_post
          WHERE person_id = ${personId} ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE academy.discussion_post SET person_id = NULL, body = '', content = ${NO_WORDS}::jsonb,
            title = CASE WHEN thread_id IS NULL THEN 'Removed' ELSE '' END, hide_reason = '',
            deleted_at = coalesce(deleted_at, now())
          WHERE person_id = ${personId} AND NOT is_staff`,
    );
    // What staff taught stays; nobody's name stands on it.
    await db.execute(sql`UPDATE academy.discussion_post SET person_id = NULL WHERE person_id = ${personId}`);
    await db.execute(sql`UPDATE academy.discussion_post SET hidden_by = NULL WHERE hidden_by = ${personId}`);
  },
};

const authorData: PersonalDataSource = {
  table: "academy.discussion_author",
  what: "What the person is called in discussions",
  basis: "Chosen by the person; erased with them",
  export: (db, personId) =>
    rows(db, sql`SELECT name, changed_at FROM academy.discussion_author WHERE person_id = ${personId}`),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.discussion_author WHERE person_id = ${personId}`);
  },
};

const reportData: PersonalDataSource = {
  table: "academy.discussion_report",
  what: "Posts the person reported, and why",
  basis: "Legitimate interest: discussions that are fit for everybody; erased with the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT post_id, reason, created_at, settled_at FROM academy.discussion_report
          WHERE person_id = ${personId} ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.discussion_report WHERE person_id = ${personId}`);
    await db.execute(
      sql`UPDATE academy.discussion_report SET settled_by = NULL WHERE settled_by = ${personId}`,
    );
  },
};

const questionData: PersonalDataSource = {
  table: "academy.student_question",
  what: "Questions the person asked who teaches",
  basis: "The contract about the course; erased with the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT subject, status, created_at, last_at FROM academy.student_question
          WHERE person_id = ${personId} ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE academy.student_question SET subject = 'Removed', status = 'answered' WHERE person_id = ${personId}`,
    );
    await db.execute(
      sql`UPDATE academy.student_question SET assignee_id = NULL WHERE assignee_id = ${personId}`,
    );
  },
};

const messageData: PersonalDataSource = {
  table: "academy.student_question_message",
  what: "What the person and who teaches wrote to each other",
  basis: "The contract about the course; erased with the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT author_name, is_staff, body, at FROM academy.student_question_message
          WHERE person_id = ${personId} OR author_id = ${personId} ORDER BY at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.student_question_message WHERE person_id = ${personId}`);
    await db.execute(
      sql`UPDATE academy.student_question_message SET author_id = NULL, author_name = 'Somebody who left'
          WHERE author_id = ${personId}`,
    );
  },
};

const announcementData: PersonalDataSource = {
  table: "academy.announcement",
  what: "Announcements the person wrote to students as staff",
  basis: "Part of the course; the name of who wrote them is erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT title, created_at, published_at FROM academy.announcement
          WHERE created_by = ${personId} ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`UPDATE academy.announcement SET created_by = NULL WHERE created_by = ${personId}`);
  },
};

const optOutData: PersonalDataSource = {
  table: "academy.announcement_opt_out",
  what: "Courses whose announcements the person does not want by mail",
  basis: "Needed to leave the person alone; erased with them",
  export: (db, personId) =>
    rows(db, sql`SELECT course_id, at FROM academy.announcement_opt_out WHERE person_id = ${personId}`),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM academy.announcement_opt_out WHERE person_id = ${personId}`);
  },
};

/** What the academy knows of who writes and asks. */
export const communityData: readonly PersonalDataSource[] = [
  postData,
  authorData,
  reportData,
  questionData,
  messageData,
  announcementData,
  optOutData,
];
