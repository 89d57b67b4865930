import { Link } from "react-router";
import type { PublicCourse } from "#modules/academy/contract/catalogue.ts";
import { useFormat } from "#web/format/use-format.ts";
import { classNames } from "#web/ui/class-names.ts";
import { BrandLink } from "../shop/brand-link.tsx";
import { accessWords, cycleWords, taxWords } from "../shop/price-words.ts";
import type { CoursePrice } from "./course-offers.ts";

interface CoursePricesProps {
  course: PublicCourse;
  prices: readonly CoursePrice[];
  currencies: readonly string[];
  currency: string | undefined;
}

/** Every way to pay for the course. */
export function CoursePrices({ course, prices, currencies, currency }: CoursePricesProps) {
  return (
    <div className="rounded-card border border-line bg-surface p-6">
      {prices.length === 0 ? (
        <>
          <p className="text-22 font-bold">Not on sale now</p>
          <p className="mt-2 text-pretty text-muted">
            Who takes this course already finds it among their courses.
          </p>
        </>
      ) : (
        <div className="space-y-8">
          {prices.map((one, at) => (
            <WayToPay key={one.price.id} {...one} isFirst={at === 0} />
          ))}
          <p className="text-13 text-muted">{taxWords(prices.map(({ price }) => price))}</p>
        </div>
      )}
      {currencies.length > 1 && <Currencies slug={course.slug} currencies={currencies} currency={currency} />}
      <p className="mt-6 border-t border-line pt-4 text-14">
        <Link
          to={`/learn/${course.slug}`}
          className="inline-flex min-h-11 items-center underline decoration-control/60 underline-offset-3 hover:decoration-current"
        >
          You have it already? Go on learning
        </Link>
      </p>
    </div>
  );
}

function WayToPay({ price, offer, isFirst }: CoursePrice & { isFirst: boolean }) {
  const format = useFormat();
  const money = (minor: number) => format.roundMoney(BigInt(minor), price.currency);
  const { instalments: parts, instalmentMinor } = price;
  const isInParts = parts !== null && instalmentMinor !== null;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-36 font-bold tabular-nums">
          {isInParts ? `${parts} × ${money(instalmentMinor)}` : money(price.amountMinor)}
        </span>
        <span className="text-muted">
          {isInParts ? "month by month" : cycleWords(price.cycle, price.cycleCount)}
        </span>
      </p>
      <p className="text-14 text-muted">
        {isInParts ? `${money(price.amountMinor)} in all` : accessWords(offer.accessDays)}
      </p>
      <BrandLink to={`/checkout?price=${price.id}`} className="mt-4 w-full" outline={!isFirst}>
        {isInParts ? `Pay in ${parts} parts` : "Buy this course"}
        <span className="sr-only">: {offer.name}</span>
      </BrandLink>
    </div>
  );
}

function Currencies({
  slug,
  currencies,
  currency,
}: {
  slug: string;
  currencies: readonly string[];
  currency: string | undefined;
}) {
  const names = new Intl.DisplayNames(["en"], { type: "currency" });
  return (
    <nav aria-label="Currency" className="mt-4 flex flex-wrap gap-1 text-14">
      {currencies.map((one, at) => (
        <Link
          key={one}
          to={at === 0 ? `/courses/${slug}` : `/courses/${slug}?currency=${one}`}
          aria-current={one === currency ? "true" : undefined}
          className={classNames(
            "rounded-control px-3 py-2.5 font-medium",
            one === currency ? "bg-hover text-text" : "text-muted hover:text-text",
          )}
        >
          {names.of(one) ?? one}
        </Link>
      ))}
    </nav>
  );
}
