import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetRisk, RiskDetail } from "#modules/playbook/contract/risks.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";
import { presentRisks } from "#modules/playbook/queries/present-risk.ts";
import { riskRows } from "#modules/playbook/queries/risk-rows.ts";

const riskChanges = (db: Db, riskId: string) =>
  rows<z.output<typeof RiskDetail>["changes"][number]>(
    db,
    sql`SELECT ${isoAt(sql`c.at`)} AS at, ${personRef(sql`c.by_person_id`)} AS by, c.cause, c.was, c.became
        FROM playbook.risk_change c WHERE c.node_id = ${riskId} ORDER BY c.at DESC, c.id DESC LIMIT 500`,
  );

/** One risk with its history. Errors: `playbook.node_not_found`. */
export const getRisk = defineQuery({
  name: "playbook.get_risk",
  title: "Show a risk and how it changed",
  http: "GET /playbook/risks/:riskId",
  access: "playbook:read",
  input: GetRisk,
  output: RiskDetail,
  run: async ({ db, input, metrics, now, company }) => {
    const { zone } = await company();
    const { currency } = await getActivePlan(db);
    const found = await riskRows(db, { where: sql`AND n.id = ${input.riskId}`, limit: 1 });
    const [risk] = await presentRisks(db, found, { metrics, asOf: now, zone, currency });
    if (!risk)
      throw refuse("not_found", "playbook.node_not_found", "This risk is not part of the plan any more.");
    return { ...risk, changes: await riskChanges(db, risk.id) };
  },
});
