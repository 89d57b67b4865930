import type { z } from "zod";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Storefront } from "#modules/billing/contract/storefront.ts";
import { pageContext } from "#web/context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { Route } from "./+types/pricing.ts";
import { BrandLink } from "./brand-link.tsx";
import { Hero } from "./hero.tsx";
import { OnceOffer } from "./once-offer.tsx";
import { PlanCards } from "./plan-cards.tsx";
import { type Catalogue, type PriceView, priceView, taxWords, viewPath } from "./price-words.ts";

type Words = z.output<typeof Storefront>;

/** The same for every visitor, so it may be kept by the server and by browsers. */
export const headers: Route.HeadersFunction = () => ({ "cache-control": "public, max-age=60" });

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.headline ?? "Prices"} · ${loaderData?.name ?? "Cairn"}` },
  { name: "description", content: loaderData?.lead ?? "" },
];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const [words, catalogue] = await Promise.all([
    call<Words>("billing.get_storefront"),
    call<Catalogue>("billing.list_public_offers"),
  ]);
  const names = catalogue.products.map(({ name }) => name);
  return {
    name: words.brand.name,
    headline: words.headline || headlineOf(names),
    lead: words.lead || (catalogue.products[0]?.description ?? ""),
    promises: words.promises,
    quotes: words.quotes,
    questions: words.questions,
    catalogue,
    view: priceView(request.url, catalogue.currencies),
  };
}

const list = new Intl.ListFormat("en", { type: "conjunction" });

const headlineOf = (names: readonly string[]): string =>
  names.length === 0 ? "Prices" : `${list.format(names)}`;

export default function Pricing({ loaderData }: Route.ComponentProps) {
  const { catalogue, view, promises, quotes, questions, headline, lead } = loaderData;
  const usualCurrency = catalogue.currencies[0];
  const shown = catalogue.products.flatMap(({ offers }) =>
    offers.flatMap(({ prices }) => prices.filter(({ currency }) => currency === view.currency)),
  );
  if (shown.length === 0) return <NothingYet />;
  const once = catalogue.products.filter(({ kind }) => kind !== "service");
  const services = catalogue.products.filter(({ kind }) => kind === "service");
  return (
    <div className="mx-auto max-w-[1120px] px-4 sm:px-8">
      <Hero
        headline={headline}
        lead={lead}
        to={once.length > 0 ? "#offers" : `#plans-${services[0]?.key}`}
        products={catalogue.products.map(({ key }) => key)}
      />
      <div id="offers" className="scroll-mt-8 space-y-6">
        {once.flatMap((product) =>
          product.offers.map((offer) => (
            <OnceOffer key={offer.key} product={product} offer={offer} currency={view.currency} />
          )),
        )}
      </div>
      {services.map((product) => (
        <PlanCards key={product.key} product={product} view={view} usualCurrency={usualCurrency} />
      ))}
      <div className="mt-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 text-14 text-muted">
        <p>{taxWords(shown)}</p>
        <Currencies view={view} currencies={catalogue.currencies} />
      </div>
      <Promises promises={promises} />
      <Quotes quotes={quotes} />
      <Questions questions={questions} />
      <LastWord to={once.length > 0 ? "#offers" : `#plans-${services[0]?.key}`} />
    </div>
  );
}

function Currencies({ view, currencies }: { view: PriceView; currencies: readonly string[] }) {
  if (currencies.length < 2) return null;
  const names = new Intl.DisplayNames(["en"], { type: "currency" });
  return (
    <nav aria-label="Currency" className="flex flex-wrap items-center gap-x-1">
      {currencies.map((currency) => (
        <Link
          key={currency}
          to={viewPath({ ...view, currency }, currencies[0])}
          aria-current={currency === view.currency ? "true" : undefined}
          className={classNames(
            "rounded-control px-3 py-2.5 font-medium",
            currency === view.currency ? "bg-hover text-text" : "hover:text-text",
          )}
        >
          {names.of(currency) ?? currency}
        </Link>
      ))}
    </nav>
  );
}

const ICONS = ["receipt", "door-open", "undo-2", "shield-check", "handshake", "badge-check"] as const;

/** Proof: what the conditions of sale bind the company to, each with the place where it is written. */
function Promises({ promises }: { promises: Words["promises"] }) {
  if (promises.length === 0) return null;
  return (
    <section aria-labelledby="promises" className="mt-24">
      <h2 id="promises" className="text-28 font-bold">
        What we put in writing
      </h2>
      <ul className="mt-8 grid gap-8 md:grid-cols-3">
        {promises.map(({ title, text }, index) => (
          <li key={title}>
            <Icon name={ICONS[index] ?? "check"} size={24} className="text-accent" />
            <h3 className="mt-3 text-18 font-semibold">{title}</h3>
            <p className="mt-1 text-pretty text-muted">{text}</p>
          </li>
        ))}
      </ul>
      <p className="mt-8 text-14 text-muted">
        All of it stands in the{" "}
        <Link
          to="/terms"
          className="underline decoration-control/60 underline-offset-3 hover:decoration-current"
        >
          conditions of sale
        </Link>
        , in plain words.
      </p>
    </section>
  );
}

function Quotes({ quotes }: { quotes: Words["quotes"] }) {
  if (quotes.length === 0) return null;
  return (
    <section aria-label="What customers say" className="mt-24 grid gap-8 md:grid-cols-2">
      {quotes.map(({ text, name, role }) => (
        <figure key={text} className="border-s-2 border-accent ps-6">
          <blockquote className="text-18 text-pretty" dir="auto">
            {text}
          </blockquote>
          <figcaption className="mt-3 text-14 text-muted" dir="auto">
            {[name, role].filter(Boolean).join(", ")}
          </figcaption>
        </figure>
      ))}
    </section>
  );
}

function Questions({ questions }: { questions: Words["questions"] }) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions" className="mt-24 grid gap-x-16 gap-y-6 lg:grid-cols-[1fr_2fr]">
      <h2 id="questions" className="text-28 font-bold">
        Questions before you buy
      </h2>
      <div className="divide-y divide-line border-y border-line">
        {questions.map(({ question, answer }) => (
          <details key={question} className="group">
            <summary className="flex min-h-14 items-center gap-4 py-3 font-semibold hover:text-accent">
              <span dir="auto" className="flex-1">
                {question}
              </span>
              <Icon
                name="plus"
                size={20}
                className="text-muted transition-transform group-open:rotate-45 motion-reduce:transition-none"
              />
            </summary>
            <p className="max-w-measure pb-6 text-pretty text-muted" dir="auto">
              {answer}
            </p>
          </details>
        ))}
      </div>
    </section>
  );
}

const LastWord = ({ to }: { to: string }) => (
  <Band>
    <h2 className="text-28 font-bold">Decide in your own time</h2>
    <p className="mx-auto mt-3 max-w-measure text-pretty text-muted">
      Nothing is ordered before the last button of the checkout, and nothing is charged before you have seen
      the total.
    </p>
    <p className="mt-6">
      <BrandLink to={to}>Choose</BrandLink>
    </p>
  </Band>
);

const Band = ({ children }: { children: ReactNode }) => (
  <div className="mt-24 rounded-card bg-accent-soft px-6 py-14 text-center sm:px-10">{children}</div>
);

function NothingYet() {
  return (
    <div className="mx-auto max-w-measure px-4 py-24 text-center">
      <h1 className="text-36 font-bold">Nothing is on sale yet</h1>
      <p className="mt-4 text-18 text-muted">Prices will stand here. Come back soon, or write to us.</p>
    </div>
  );
}
