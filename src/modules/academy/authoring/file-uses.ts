import type { SQL } from "drizzle-orm";
import { sql } from "#kernel/db/sql.ts";

/** True of a lesson `l` whose blocks name the file. */
export const namesFile = (fileId: SQL): SQL =>
  sql`jsonb_path_exists(l.blocks, '$.** ? (@.fileId == $id || @.posterFileId == $id)',
        jsonb_build_object('id', ${fileId}::text))`;
