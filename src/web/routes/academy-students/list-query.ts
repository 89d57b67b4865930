import type { z } from "zod";
import { ENROLLMENT_STATUSES } from "#modules/academy/contract/learning.ts";
import type { EnrollmentPage } from "#modules/academy/contract/students.ts";
import { readTableQuery } from "#web/table/table-query.ts";

export type StudentPage = z.output<typeof EnrollmentPage>;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

/** What the list of students was asked for, for the page and its CSV. */
export function readStudentsQuery(url: string) {
  const query = readTableQuery(url, { filters: ["course", "status"] });
  const { course, status } = query.filters;
  return {
    query,
    input: {
      course: course && SLUG.test(course) ? course : undefined,
      status: ENROLLMENT_STATUSES.find((one) => one === status),
      q: query.q || undefined,
    },
  };
}
