import type { z } from "zod";
import type { Storefront } from "#modules/billing/contract/storefront.ts";
import { pageContext } from "#web/context.ts";
import { countryName } from "#web/format/countries.ts";
import type { Route } from "./+types/imprint.ts";

export const headers: Route.HeadersFunction = () => ({ "cache-control": "public, max-age=60" });

export const meta: Route.MetaFunction = () => [{ title: "Imprint" }];

export async function loader({ context }: Route.LoaderArgs) {
  const { seller } = await context
    .get(pageContext)
    .call<z.output<typeof Storefront>>("billing.get_storefront");
  return { seller };
}

/** Who stands behind these pages, as the law of many countries asks for. */
export default function Imprint({ loaderData: { seller } }: Route.ComponentProps) {
  const facts = [
    ["Register", seller.register],
    ["Tax number", seller.taxNumber],
    ["VAT number", seller.taxIds.join(", ")],
  ].filter(([, value]) => value);
  return (
    <div className="mx-auto max-w-measure px-4 py-16 sm:px-8">
      <h1 className="text-36 font-bold">Imprint</h1>
      <address className="mt-8 text-18 not-italic">
        {[seller.legalName, ...seller.address, seller.country ? countryName(seller.country) : ""]
          .filter(Boolean)
          .map((line) => (
            <span key={line} dir="auto" className="block">
              {line}
            </span>
          ))}
        {seller.email && (
          <a
            href={`mailto:${seller.email}`}
            className="mt-4 block underline decoration-control/60 underline-offset-3"
          >
            {seller.email}
          </a>
        )}
      </address>
      {facts.length > 0 && (
        <dl className="mt-8 space-y-2">
          {facts.map(([label, value]) => (
            <div key={label} className="flex flex-wrap gap-x-3">
              <dt className="text-muted">{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
