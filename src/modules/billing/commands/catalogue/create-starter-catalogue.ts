import { readFileSync } from "node:fs";
import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { type Command, type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { addPrice } from "#modules/billing/commands/catalogue/add-price.ts";
import { createOffer } from "#modules/billing/commands/catalogue/create-offer.ts";
import { createProduct } from "#modules/billing/commands/catalogue/create-product.ts";
import { publishTerms } from "#modules/billing/commands/catalogue/publish-terms.ts";
import { setOfferEntitlements } from "#modules/billing/commands/catalogue/set-offer-entitlements.ts";
import { STARTER_CATALOGUE, type StarterOffer } from "#modules/billing/starter/catalogue.ts";

type Context = CommandContext<unknown>;

const CONDITIONS = new URL("../../starter/conditions-of-sale.txt", import.meta.url);

/** Does what a command does, in the transaction of this one: the same checks, the same facts. */
async function within<I extends z.ZodType, O extends z.ZodType, L>(
  context: Context,
  command: Command<string, I, O, L>,
  given: z.input<I>,
): Promise<z.input<O>> {
  const input = command.input.parse(given);
  // A command without `load` is run with nothing.
  const loaded = (await command.load?.(context.tx, input)) as L;
  return command.run({ ...context, input }, loaded);
}

async function addOffer(context: Context, productId: string, starter: StarterOffer): Promise<void> {
  const { prices, entitlements, ...offer } = starter;
  const { offerId } = await within(context, createOffer, { ...offer, productId });
  for (const terms of prices) await within(context, addPrice, { offerId, terms });
  await within(context, setOfferEntitlements, { offerId, entitlements });
}

/** A house that has anything to sell, or ever had, is left alone. */
async function isEmpty({ tx }: Context): Promise<boolean> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('billing.starter_catalogue', 0))`);
  return (await firstRow(tx, sql`SELECT id FROM billing.product LIMIT 1`)) === undefined;
}

const hasTerms = async ({ tx }: Context): Promise<boolean> =>
  (await firstRow(tx, sql`SELECT id FROM billing.terms LIMIT 1`)) !== undefined;

/**
 * Fills an empty catalogue with the course, the plans and the conditions of sale that Cairn ships with. Where there is a
 * product already nothing happens; so it happens once, however often and by how many it is called.
 */
export const createStarterCatalogue = defineCommand({
  name: "billing.create_starter_catalogue",
  title: "Fill an empty catalogue with the starter products",
  http: "POST /billing/starter-catalogue",
  access: "billing:catalogue",
  input: z.object({}),
  output: z.object({ isCreated: z.boolean() }),
  run: async (context) => {
    if (!(await isEmpty(context))) return { isCreated: false };
    for (const { product, offers } of STARTER_CATALOGUE) {
      const { productId } = await within(context, createProduct, product);
      for (const offer of offers) await addOffer(context, productId, offer);
    }
    if (!(await hasTerms(context)))
      await within(context, publishTerms, { version: "1", body: readFileSync(CONDITIONS, "utf8") });
    return { isCreated: true };
  },
});
