import { Link } from "react-router";
import { useFormat } from "#web/format/use-format.ts";
import { classNames } from "#web/ui/class-names.ts";
import { BrandLink } from "./brand-link.tsx";
import { Features } from "./features.tsx";
import {
  cycleWords,
  type Offer,
  type Price,
  type PriceView,
  type Product,
  shownAmount,
  subscriptionPrice,
  unitWords,
  viewPath,
  yearSaves,
} from "./price-words.ts";

interface PlanCardsProps {
  product: Product;
  view: PriceView;
  /** The currency whose pages name none. */
  usualCurrency: string | undefined;
}

/** The plans of a service side by side, by the month or by the year. */
export function PlanCards({ product, view, usualCurrency }: PlanCardsProps) {
  const plans = product.offers.flatMap((offer) => {
    const price = subscriptionPrice(offer.prices, view);
    return price ? [{ offer, price }] : [];
  });
  if (plans.length === 0) return null;
  const hasBoth = product.offers.some(({ prices }) => yearSaves(prices, view.currency) !== null);
  return (
    <section aria-labelledby={product.key} className="mt-20 scroll-mt-8" id={`plans-${product.key}`}>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-measure">
          <h2 id={product.key} className="text-28 font-bold" dir="auto">
            {product.name}
          </h2>
          <p className="mt-2 text-18 text-pretty text-muted" dir="auto">
            {product.description}
          </p>
        </div>
        {hasBoth && <CycleSwitch view={view} usualCurrency={usualCurrency} />}
      </div>
      <ul
        className={classNames(
          "mt-8 grid gap-4",
          plans.length === 2 && "md:grid-cols-2",
          plans.length >= 3 && "md:grid-cols-3",
        )}
      >
        {plans.map(({ offer, price }) => (
          <PlanCard key={offer.key} offer={offer} price={price} />
        ))}
      </ul>
    </section>
  );
}

function CycleSwitch({ view, usualCurrency }: Pick<PlanCardsProps, "view" | "usualCurrency">) {
  return (
    <nav
      aria-label="Paid by"
      className="inline-flex rounded-control border border-control/60 bg-surface p-0.5"
    >
      {(["month", "year"] as const).map((per) => (
        <Link
          key={per}
          to={viewPath({ ...view, per }, usualCurrency)}
          aria-current={view.per === per ? "true" : undefined}
          className={classNames(
            "flex h-10 items-center rounded-mark px-4 text-14 font-medium",
            view.per === per ? "bg-text text-inverse" : "text-muted hover:text-text",
          )}
        >
          {per === "month" ? "By the month" : "By the year"}
        </Link>
      ))}
    </nav>
  );
}

function PlanCard({ offer, price }: { offer: Offer; price: Price }) {
  const format = useFormat();
  const { minor, isFrom } = shownAmount(price);
  const saved = price.cycle === "year" ? yearSaves(offer.prices, price.currency) : null;
  return (
    <li className="flex flex-col rounded-card border border-line bg-surface p-6">
      <h3 className="text-18 font-semibold" dir="auto">
        {offer.name}
      </h3>
      <p className="mt-1 text-14 text-pretty text-muted md:min-h-11" dir="auto">
        {offer.description}
      </p>
      <p className="mt-5 flex flex-wrap items-baseline gap-x-1.5">
        {isFrom && <span className="text-muted">from</span>}
        <span className="text-36 font-bold tabular-nums">
          {format.roundMoney(BigInt(minor), price.currency)}
        </span>
        <span className="text-muted">
          {[unitWords(price), cycleWords(price.cycle, price.cycleCount)].filter(Boolean).join(" ")}
        </span>
      </p>
      <p className="min-h-6 text-14 text-muted">
        {saved !== null && `${format.roundMoney(BigInt(saved), price.currency)} less than twelve months`}
        {saved === null && offer.trialDays > 0 && `First ${offer.trialDays} days free of charge`}
      </p>
      <BrandLink to={`/checkout?price=${price.id}`} className="mt-5 w-full" outline={offer.trialDays === 0}>
        {offer.trialDays > 0 ? `Try ${offer.trialDays} days free` : "Choose"}
        <span className="sr-only"> {offer.name}</span>
      </BrandLink>
      <div className="mt-6 border-t border-line pt-6 text-14">
        <Features features={offer.features} />
      </div>
    </li>
  );
}
