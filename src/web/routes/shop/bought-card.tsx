import type { z } from "zod";
import type { Checkout } from "#modules/billing/contract/checkout.ts";
import type { Sale } from "#modules/billing/contract/storefront.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Features } from "./features.tsx";
import { type Cycle, cycleWords, isRecurring, shownAmount, unitWords } from "./price-words.ts";

/** What is being bought, before the total is known. */
export interface Bought {
  title: string;
  description: string;
  features: string[];
  /** Null where the checkout itself says the total. */
  price: z.output<typeof Sale>["price"] | null;
  trialDays: number;
  isPerSeat: boolean;
}

const titleOf = (product: string, offer: string): string =>
  product === offer ? offer : `${product}: ${offer}`;

/** From a price that was chosen. */
export const boughtOf = ({ product, offer, price }: z.output<typeof Sale>): Bought => ({
  title: titleOf(product.name, offer.name),
  description: offer.description,
  features: offer.features,
  price,
  trialDays: isRecurring(price.cycle as Cycle) ? offer.trialDays : 0,
  isPerSeat: price.scheme !== "flat",
});

/** From a checkout that was begun. */
export const boughtOfCheckout = ({ offer, price }: z.output<typeof Checkout>): Bought => ({
  title: titleOf(offer.product, offer.name),
  description: offer.description,
  features: [],
  price: null,
  trialDays: 0,
  isPerSeat: price.isPerSeat,
});

/** The card beside the first step. */
export function BoughtCard({ bought, quantity }: { bought: Bought; quantity: number }) {
  const { title, description, features, price, trialDays } = bought;
  return (
    <section aria-label="What you buy" className="rounded-card border border-line bg-surface p-6">
      <h2 className="text-18 font-semibold" dir="auto">
        {title}
      </h2>
      <p className="mt-1 text-14 text-pretty text-muted" dir="auto">
        {description}
      </p>
      {price && <PriceLine price={price} trialDays={trialDays} quantity={quantity} />}
      {features.length > 0 && (
        <div className="mt-5 border-t border-line pt-5 text-14 max-lg:hidden">
          <Features features={features} />
        </div>
      )}
    </section>
  );
}

interface PriceLineProps {
  price: NonNullable<Bought["price"]>;
  trialDays: number;
  quantity: number;
}

function PriceLine({ price, trialDays, quantity }: PriceLineProps) {
  const { money } = useFormat();
  const { minor, isFrom } = shownAmount(price);
  const amount = money(BigInt(minor), price.currency);
  return (
    <div className="mt-4">
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        {isFrom && <span className="text-muted">from</span>}
        <span className="text-22 font-bold tabular-nums">
          {price.instalments && price.instalmentMinor !== null
            ? `${price.instalments} × ${money(BigInt(price.instalmentMinor), price.currency)}`
            : amount}
        </span>
        <span className="text-muted">
          {price.instalments
            ? `${amount} in all`
            : [unitWords(price), cycleWords(price.cycle, price.cycleCount)].filter(Boolean).join(" ")}
        </span>
      </p>
      <p className="mt-1 text-14 text-muted">
        {trialDays > 0 && `The first ${trialDays} days are free. `}
        {price.includesTax ? "Tax is included." : "Tax is added where it is due."}
        {quantity > 1 && ` For ${quantity}.`}
      </p>
    </div>
  );
}
