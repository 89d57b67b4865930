import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/** A value a person reports. `asOfOn` is a local day of the company; `source` says where it was read. */
export interface MetricReport {
  metric: string;
  value: number;
  asOfOn: string;
  source: string;
  note?: string;
}

/** Keeps a reported value; an earlier one of the same day is superseded, not changed. Returns its id. */
export async function recordReport(
  tx: Tx,
  report: MetricReport,
  by: { personId: string | null; now: Temporal.Instant },
): Promise<string> {
  const id = newId();
  const now = by.now.toString();
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`report:${report.metric}`}, 0))`);
  await tx.execute(
    sql`UPDATE kernel.metric_report SET superseded_at = ${now}
        WHERE metric = ${report.metric} AND as_of_on = ${report.asOfOn} AND superseded_at IS NULL`,
  );
  await tx.execute(
    sql`INSERT INTO kernel.metric_report (id, metric, as_of_on, value, source, note, reported_by, reported_at)
        VALUES (${id}, ${report.metric}, ${report.asOfOn}, ${report.value}, ${report.source}, ${report.note ?? null},
                ${by.personId}, ${now})`,
  );
  return id;
}
