import { type SQL, sql } from "drizzle-orm";

/**
 * Joins `p`: deliverables of a work package, how many are proved, and the last proof. Lateral, so that it is looked up
 * by index however little the planner knows of a plan that was imported a moment ago.
 */
export const provedIn = (workPackageId: SQL): SQL =>
  sql`LEFT JOIN LATERAL (
        SELECT count(*)::int AS total, count(*) FILTER (WHERE s.proved)::int AS proved,
               max(s.proved_at) FILTER (WHERE s.proved) AS last_proof
        FROM playbook.node d LEFT JOIN playbook.deliverable_status s ON s.node_id = d.id
        WHERE d.work_package_id = ${workPackageId} AND d.kind = 'deliverable' AND d.removed_at IS NULL) p ON true`;
