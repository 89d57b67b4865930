import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";
import { defineMetric } from "#kernel/metrics/registry.ts";
import { defineModule } from "#kernel/module.ts";
import { defineCommand } from "#kernel/operation/operation.ts";

const SaleMade = defineEvent({
  name: "sales.sale_made",
  version: 1,
  title: "Sale made",
  payload: z.object({}),
});

/** A module as small as can be that sells: how often is a number in memory, and a metric that says what changes it. */
export function countedSales() {
  const sales = { made: 0, measured: 0 };
  const made = defineMetric({
    key: "sales.made",
    title: "Sales made",
    unit: "count",
    window: "cumulative",
    version: 1,
    changedBy: [SaleMade.name],
    meaning: "Sales made by the instant asked for.",
    measure: () => {
      sales.measured += 1;
      return Promise.resolve({ value: sales.made });
    },
  });
  const sell = defineCommand({
    name: "sales.sell",
    title: "Sell something",
    http: "POST /sales",
    access: "signed_in",
    input: z.object({}),
    output: z.object({}),
    run: async ({ emit }) => {
      sales.made += 1;
      await emit(SaleMade, {});
      return {};
    },
  });
  const module = defineModule({
    name: "sales",
    title: "Sales",
    permissions: {},
    operations: [sell],
    events: [SaleMade],
    metrics: [made],
  });
  return { module, sales };
}
