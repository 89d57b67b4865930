import { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import { defineJob } from "#kernel/jobs/job.ts";
import { dunningSettings } from "#modules/billing/dunning/dunning-settings.ts";
import { eachInTurn } from "#modules/billing/jobs/each-in-turn.ts";
import { cardsToTell } from "#modules/billing/queries/dunning/due-dunning.ts";

/** Tells customers whose cards run out soon, once for each end. */
export const tellCardExpiries = defineJob({
  name: "billing.tell_card_expiries",
  title: "Tell customers whose cards run out",
  input: z.object({}),
  schedule: "10 9 * * *",
  run: async (context) => {
    const { db, now, call, company } = context;
    const { cardNoticeDays } = await dunningSettings(db);
    const today = localDate(now, (await company()).zone);
    const span = { today: today.toString(), until: today.add({ days: cardNoticeDays }).toString() };
    const failed = await eachInTurn(
      context,
      (after) => cardsToTell(db, span, after),
      (paymentMethodId) => call("billing.tell_card_expiry", { paymentMethodId }),
    );
    if (failed > 0) throw new Error(`${failed} customers could not be told; see the log`);
  },
});
