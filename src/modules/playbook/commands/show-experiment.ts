import type { z } from "zod";
import { sql } from "#kernel/db/sql.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import type { Experiment } from "#modules/playbook/contract/experiments.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { experimentRows } from "#modules/playbook/queries/experiments.ts";

/** An experiment as it stands after a command wrote it. */
export async function showExperiment(
  context: CommandContext<unknown>,
  experimentId: string,
): Promise<z.output<typeof Experiment>> {
  const { tx, metrics } = context;
  const { today } = await companyDay(context);
  const [experiment] = await experimentRows(tx, metrics, {
    where: sql`x.id = ${experimentId}`,
    today,
    limit: 1,
  });
  if (!experiment) throw new Error("An experiment was written and is not there");
  return experiment;
}
