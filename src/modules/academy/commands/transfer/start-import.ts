import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { getFile } from "#kernel/files/save-file.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { ImportRef, StartImport } from "#modules/academy/contract/imports.ts";
import { readImport } from "#modules/academy/jobs/transfer/read-import.ts";

/**
 * Has an uploaded file looked through: a Cairn archive, a folder of Markdown, GIFT, SCORM 1.2 or 2004. Nothing of it comes in before `academy.confirm_import`. Errors: `files.not_found`, `academy.course_unknown`.
 */
export const startImport = defineCommand({
  name: "academy.start_import",
  title: "Look through a course to import",
  http: "POST /academy/imports",
  access: "academy:write",
  input: StartImport,
  output: ImportRef,
  run: async ({ tx, input, now, actor, enqueue }) => {
    const file = await getFile(tx, input.fileId);
    if (input.courseId) await getCourse(tx, input.courseId);
    const importId = newId();
    await tx.execute(
      sql`INSERT INTO academy.import (id, file_id, file_name, status, course_id, created_at, created_by)
          VALUES (${importId}, ${file.fileId}, ${file.name}, 'reading', ${input.courseId}, ${now.toString()},
            ${actorPersonId(actor)})`,
    );
    await enqueue(readImport, { importId }, { singletonKey: importId });
    return { importId };
  },
});
