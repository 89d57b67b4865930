import type { TestApp } from "#test/harness.ts";

let names = 0;

/** Makes products, offers and prices with names of their own; $97 a month unless said. */
export function catalogueOf(house: TestApp) {
  const product = async (given: { key?: string } = {}): Promise<string> => {
    const key = `product-${(names += 1)}`;
    return (await house.call("billing.create_product", { key, name: "Studio", kind: "service", ...given }))
      .productId;
  };
  const offer = async (
    given: { kind?: "one_off" | "subscription" | "addon"; productId?: string } = {},
  ): Promise<string> => {
    const made = await house.call("billing.create_offer", {
      productId: given.productId ?? (await product()),
      key: `offer-${(names += 1)}`,
      name: "Starter",
      kind: given.kind ?? "subscription",
    });
    return made.offerId;
  };
  const price = async (offerId: string, terms: object = {}, window: object = {}): Promise<string> => {
    const monthly = { currency: "USD", cycle: "month", amountMinor: 9_700 } as const;
    const made = await house.call("billing.add_price", {
      offerId,
      terms: { ...monthly, ...terms },
      ...window,
    });
    return made.priceId;
  };
  return { product, offer, price };
}
