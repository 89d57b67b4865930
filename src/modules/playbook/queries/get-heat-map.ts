import { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { HeatMap } from "#modules/playbook/contract/risks.ts";
import { riskRows } from "#modules/playbook/queries/risk-rows.ts";
import { riskMatrix } from "#modules/playbook/rules/risks/risk-matrix.ts";

/** Far more than a map can show and a plan can hold (20,000 lines). */
const MOST_RISKS = 20_000;

/** Open risks placed by probability and impact; those without a rating stand beside it. */
export const getHeatMap = defineQuery({
  name: "playbook.get_heat_map",
  title: "Show open risks by probability and impact",
  http: "GET /playbook/heat-map",
  access: "playbook:read",
  input: z.object({}),
  output: HeatMap,
  run: async ({ db }) => {
    const open = await riskRows(db, {
      where: sql`AND coalesce(r.status, 'open') = 'open'`,
      limit: MOST_RISKS,
    });
    const byId = new Map(open.map((risk) => [risk.id, risk]));
    const marks = (ids: readonly string[]) =>
      ids.flatMap((id) => {
        const risk = byId.get(id);
        return risk ? [{ id, text: risk.text, owner: risk.owner, triggered: risk.triggeredAt !== null }] : [];
      });
    const { rows, unrated } = riskMatrix(open);
    return {
      rows: rows.map((row) => row.map(({ riskIds, ...cell }) => ({ ...cell, risks: marks(riskIds) }))),
      unrated: marks(unrated),
    };
  },
});
