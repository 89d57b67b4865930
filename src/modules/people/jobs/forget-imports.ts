import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineJob } from "#kernel/jobs/job.ts";

/** How long a file of customers is kept, to look into what came out of it. */
const KEEP_HOURS = 30 * 24;

/** Forgets files of customers a month after they came: names and addresses nobody needs twice. */
export const forgetImports = defineJob({
  name: "people.forget_imports",
  title: "Forget files of customers that were brought in",
  input: z.object({}),
  schedule: "43 3 * * *",
  run: async ({ db, now, files }) => {
    const gone = await rows<{ sha256: string }>(
      db,
      sql`DELETE FROM kernel.file f USING people.import i
          WHERE f.id = i.file_id AND i.status <> 'running'
            AND i.created_at < ${now.subtract({ hours: KEEP_HOURS }).toString()}
          RETURNING f.sha256`,
    );
    for (const { sha256 } of gone) {
      const others = await rows(db, sql`SELECT 1 FROM kernel.file WHERE sha256 = ${sha256} LIMIT 1`);
      if (others.length === 0) await files.remove(sha256);
    }
  },
});
