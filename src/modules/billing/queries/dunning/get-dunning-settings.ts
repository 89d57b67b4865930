import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { DunningSettings } from "#modules/billing/contract/dunning.ts";
import { dunningSettings } from "#modules/billing/dunning/dunning-settings.ts";

/** When late invoices are reminded of and what follows. */
export const getDunningSettings = defineQuery({
  name: "billing.get_dunning_settings",
  title: "See when late invoices are reminded of",
  http: "GET /billing/dunning-settings",
  access: "billing:read",
  input: z.object({}),
  output: DunningSettings,
  run: ({ db }) => dunningSettings(db),
});
