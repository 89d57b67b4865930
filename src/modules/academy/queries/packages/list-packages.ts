import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListPackages, PackageList } from "#modules/academy/contract/packages.ts";

/** SCORM and cmi5 packages of all courses, or of one. */
export const listPackages = defineQuery({
  name: "academy.list_packages",
  title: "List packages",
  http: "GET /academy/packages",
  access: "academy:read",
  input: ListPackages,
  output: PackageList,
  run: async ({ db, input: { courseId } }) => ({
    items: await rows<z.output<typeof PackageList>["items"][number]>(
      db,
      sql`SELECT p.id AS "packageId", p.course_id AS "courseId", c.title AS "courseTitle", p.kind,
            p.manifest->>'version' AS version, p.title, p.manifest->'items' AS items, f.files, f.bytes, s.students
          FROM academy.package p JOIN academy.course c ON c.id = p.course_id,
            LATERAL (SELECT count(*)::int AS files, coalesce(sum(bytes), 0)::float8 AS bytes
              FROM academy.package_file WHERE package_id = p.id) f,
            LATERAL (SELECT count(DISTINCT enrollment_id)::int AS students
              FROM academy.package_launch WHERE package_id = p.id) s
          WHERE ${courseId ? sql`p.course_id = ${courseId}` : sql`true`} ORDER BY lower(c.title), lower(p.title), p.id`,
    ),
  }),
});
