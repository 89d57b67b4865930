import { useFormat } from "#web/format/use-format.ts";
import { BrandLink } from "./brand-link.tsx";
import { Features } from "./features.tsx";
import { accessWords, type Offer, onceOffPrices, type Price } from "./price-words.ts";

interface OnceOfferProps {
  offer: Offer;
  /** What it is of; said once where both have the same name. */
  product: { key: string; name: string; description: string };
  currency: string;
}

/** What is bought once, with the ways to pay for it. */
export function OnceOffer({ offer, product, currency }: OnceOfferProps) {
  const prices = onceOffPrices(offer.prices, currency);
  if (prices.length === 0) return null;
  return (
    <section
      aria-labelledby={`offer-${offer.key}`}
      className="grid overflow-hidden rounded-card border border-line bg-surface lg:grid-cols-[3fr_2fr]"
    >
      <div className="p-6 sm:p-10">
        <h2 id={`offer-${offer.key}`} className="text-28 font-bold" dir="auto">
          {product.name === offer.name ? product.name : `${product.name}: ${offer.name}`}
        </h2>
        <p className="mt-3 mb-8 max-w-measure text-18 text-pretty text-muted" dir="auto">
          {product.description}
        </p>
        <Features features={offer.features} />
      </div>
      <div className="flex flex-col justify-center gap-8 border-t border-line bg-hover/50 p-6 sm:p-10 lg:border-s lg:border-t-0">
        {prices.map((price, index) => (
          <WayToPay key={price.id} price={price} offer={offer} isFirst={index === 0} />
        ))}
      </div>
    </section>
  );
}

function WayToPay({ price, offer, isFirst }: { price: Price; offer: Offer; isFirst: boolean }) {
  const format = useFormat();
  const money = (minor: number) => format.roundMoney(BigInt(minor), price.currency);
  const parts = price.instalments;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-36 font-bold tabular-nums">
          {parts && price.instalmentMinor !== null
            ? `${parts} × ${money(price.instalmentMinor)}`
            : money(price.amountMinor)}
        </span>
        <span className="text-muted">{parts ? "month by month" : "once"}</span>
      </p>
      <p className="text-14 text-muted">
        {parts ? `${money(price.amountMinor)} in all, no interest` : accessWords(offer.accessDays)}
      </p>
      <BrandLink to={`/checkout?price=${price.id}`} className="mt-4 w-full" outline={!isFirst}>
        {parts ? `Pay in ${parts} parts` : "Buy"}
        <span className="sr-only">: {offer.name}</span>
      </BrandLink>
    </div>
  );
}
