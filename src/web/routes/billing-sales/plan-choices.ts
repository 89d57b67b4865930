import type { z } from "zod";
import type { PublicOffers } from "#modules/billing/contract/catalogue.ts";
import type { Call } from "#web/context.ts";
import { formatMoney } from "#web/format/money.ts";
import type { Subscription } from "./subscription.tsx";

type Catalogue = z.output<typeof PublicOffers>;

const EVERY = { month: "a month", year: "a year" } as const;

/** The plans a subscription could change to, in the words of the price list; the one it has is among them. */
export async function loadPlanChoices(call: Call, subscription: Subscription) {
  const { products } = await call<Catalogue>("billing.list_public_offers", {
    currency: subscription.currency,
  });
  const siblings =
    products.find(({ offers }) => offers.some(({ key }) => key === subscription.offer.key))?.offers ?? [];
  const choices = siblings
    .filter(({ kind }) => kind === "subscription")
    .flatMap((offer) =>
      offer.prices
        .filter(({ cycle }) => cycle === "month" || cycle === "year")
        .map((price) => ({
          value: price.id,
          label: offer.name,
          hint: `${formatMoney(BigInt(price.amountMinor), price.currency, "en")} ${EVERY[price.cycle as "month"]}`,
        })),
    );
  if (choices.some(({ value }) => value === subscription.priceId)) return choices;
  const own = {
    value: subscription.priceId,
    label: subscription.offer.name,
    hint: "The plan it has, not sold any more",
  };
  return [own, ...choices];
}
