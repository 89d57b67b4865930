import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Baseline } from "#modules/playbook/contract/schedule.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";

/** Baselines of a plan, the latest first. */
export const baselinesOf = (db: Db, planId: string): Promise<z.output<typeof Baseline>[]> =>
  rows<z.output<typeof Baseline>>(
    db,
    sql`SELECT b.id AS "baselineId", b.name, b.reason, ${isoAt(sql`b.taken_at`)} AS "takenAt",
               ${personRef(sql`b.taken_by`)} AS "takenBy",
               (SELECT count(*)::int FROM playbook.baseline_item i JOIN playbook.node n ON n.id = i.node_id
                WHERE i.baseline_id = b.id AND n.kind = 'workPackage') AS "workPackages"
        FROM playbook.baseline b WHERE b.plan_id = ${planId} ORDER BY b.taken_at DESC, b.id DESC`,
  );
