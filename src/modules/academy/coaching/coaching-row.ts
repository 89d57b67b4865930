import type { SQL } from "drizzle-orm";
import { sql } from "#kernel/db/sql.ts";
import type { Tx } from "#kernel/db/database.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";

/** Writes what a student set out to do; the row is made when it is first needed. */
export async function writeCoaching(tx: Tx, enrollment: EnrollmentRow, change: SQL): Promise<void> {
  await tx.execute(
    sql`INSERT INTO academy.coaching (enrollment_id, account_id, person_id)
        VALUES (${enrollment.id}, ${enrollment.account_id}, ${enrollment.person_id})
        ON CONFLICT (enrollment_id) DO NOTHING`,
  );
  await tx.execute(sql`UPDATE academy.coaching SET ${change} WHERE enrollment_id = ${enrollment.id}`);
}
