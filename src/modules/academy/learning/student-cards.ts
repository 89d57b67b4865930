import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { AccountCard, Card } from "#kernel/module.ts";

const MOST = 20;
const STANDING: Record<string, string> = {
  suspended: "held back",
  revoked: "refunded",
  expired: "time is over",
  cancelled: "taken out",
};

interface Found {
  id: string;
  status: string;
  title: string;
  name: string;
  done: number;
  total: number;
}

const find = (db: Db, where: ReturnType<typeof sql>): Promise<Found[]> =>
  rows<Found>(
    db,
    sql`SELECT e.id, e.status, c.title, p.name,
          (SELECT count(*)::int FROM academy.lesson_progress g
           WHERE g.enrollment_id = e.id AND g.completed_at IS NOT NULL) AS done,
          (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = e.curriculum_id) AS total
        FROM academy.enrollment e JOIN academy.course c ON c.id = e.course_id
          JOIN auth.person p ON p.id = e.person_id
        WHERE ${where} ORDER BY e.created_at DESC, e.id DESC LIMIT ${MOST}`,
  );

const valueOf = ({ status, done, total }: Found): string =>
  [`${done} of ${total} lessons`, STANDING[status]].filter(Boolean).join(", ");
const hrefOf = ({ id }: Found): string => `/console/academy/students/${id}`;

/** Courses a person takes or took. */
export const coursesCard: Card = {
  title: "Courses",
  permission: "academy:read",
  load: async (db, { personId }) =>
    (await find(db, sql`e.person_id = ${personId}`)).map((row) => ({
      label: row.title,
      value: valueOf(row),
      href: hrefOf(row),
    })),
};

/** Who of an account takes which course. */
export const studentsCard: AccountCard = {
  title: "Courses",
  permission: "academy:read",
  load: async (db, { accountId }) =>
    (await find(db, sql`e.account_id = ${accountId}`)).map((row) => ({
      label: `${row.name}: ${row.title}`,
      value: valueOf(row),
      href: hrefOf(row),
    })),
};
