import { useLocation } from "react-router";
import type { z } from "zod";
import type { OfferSummary, ProductPage, ProductWithOffers } from "#modules/billing/contract/catalogue.ts";
import { pageContext } from "#web/context.ts";
import { countOf } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { TableFilters } from "#web/table/table-filters.tsx";
import { tableHref } from "#web/table/table-query.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Pagination } from "#web/ui/pagination.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/list.ts";
import { catalogueQuery } from "./catalogue-query.ts";
import { CatalogueTabs } from "./catalogue-tabs.tsx";
import { priceWords, taxWords } from "./price-words.ts";
import { OfferState } from "./standings.tsx";
import { OFFER_KINDS, optionsOf, PRODUCT_KINDS } from "./words.ts";

type Offer = z.output<typeof OfferSummary>;
type Product = z.output<typeof ProductWithOffers>;

export const handle: RouteHandle = {
  notices: { created: "The product is there. Add an offer to sell it by." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, input } = catalogueQuery(request.url);
  const page = await context
    .get(pageContext)
    .call<z.output<typeof ProductPage>>("billing.list_products", input);
  return { query, ...page };
}

function Prices({ offer }: { offer: Offer }) {
  const { money } = useFormat();
  const shown = offer.prices.filter(({ standing }) => standing === "current");
  if (shown.length === 0) return <span className="text-muted">None</span>;
  return (
    <ul className="space-y-0.5">
      {shown.map(({ id, terms }) => (
        <li key={id} className="tabular-nums">
          {priceWords(terms, (minor) => money(BigInt(minor), terms.currency))}
          <span className="text-muted">, {taxWords(terms)}</span>
        </li>
      ))}
    </ul>
  );
}

const columns: readonly Column<Offer>[] = [
  {
    key: "name",
    header: "Offer",
    cell: (offer) => (
      // One width, so that the columns of all products stand under each other.
      <div className="sm:w-56">
        <NameLink to={`/console/billing/catalogue/offers/${offer.id}`}>{offer.name}</NameLink>
        <p className="text-13 font-normal text-muted">{OFFER_KINDS[offer.kind]}</p>
      </div>
    ),
  },
  { key: "prices", header: "Prices", grow: true, cell: (offer) => <Prices offer={offer} /> },
  {
    key: "entitlements",
    header: "Entitles to",
    hiddenOnPhone: true,
    cell: ({ entitlements }) => (
      <div className="w-28">
        {entitlements.length === 0 ? (
          <span className="text-muted">Nothing</span>
        ) : (
          countOf(entitlements.length, "entitlement")
        )}
      </div>
    ),
  },
  {
    key: "state",
    header: "Standing",
    cell: (offer) => (
      <div className="sm:w-32">
        <OfferState offer={offer} />
      </div>
    ),
  },
];

const filters: readonly Filter[] = [
  { name: "kind", label: "Kind", options: optionsOf(PRODUCT_KINDS) },
  {
    name: "standing",
    label: "Standing",
    options: [
      { value: "archived", label: "Archived" },
      { value: "all", label: "On sale and archived" },
    ],
  },
];

function ProductSection({ product, mayChange }: { product: Product; mayChange: boolean }) {
  const here = `/console/billing/catalogue/products/${product.id}`;
  return (
    <Section
      title={product.name}
      note={product.description || undefined}
      actions={
        <>
          <LinkButton size="small" look="quiet" to={here}>
            {mayChange ? "Change" : "Show"}
          </LinkButton>
          {mayChange && !product.archivedAt && (
            <LinkButton size="small" icon="plus" to={`${here}/offers/new`}>
              Add an offer
            </LinkButton>
          )}
        </>
      }
    >
      <DataTable
        caption={`Offers of ${product.name}`}
        columns={columns}
        rows={product.offers}
        rowKey={(offer) => offer.id}
        empty={
          <EmptyState
            icon="tag"
            title="No offer yet"
            text="An offer says how the product is bought, and for what."
          />
        }
      />
    </Section>
  );
}

function NoProducts({ isNarrowed }: { isNarrowed: boolean }) {
  return (
    <Card flush>
      {isNarrowed ? (
        <EmptyState icon="search" title="Nothing matches" text="Try fewer words or another filter." />
      ) : (
        <EmptyState
          icon="package"
          title="Nothing to sell yet"
          text="Begin with a product: a course, a service, or consulting."
        />
      )}
    </Card>
  );
}

export default function Catalogue({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  const mayChange = usePermission("billing:catalogue");
  const { search } = useLocation();
  const isNarrowed = query.q !== "" || Object.keys(query.filters).length > 0;
  return (
    <>
      <PageHeader
        title="Catalogue"
        lead="What is sold, how it is bought, and for how much. Prices are never edited: a new one follows."
        actions={
          mayChange && (
            <LinkButton look="primary" icon="plus" to="/console/billing/catalogue/products/new">
              Add a product
            </LinkButton>
          )
        }
      />
      <CatalogueTabs />
      <TableFilters query={query} search="Product or offer" filters={filters} />
      <div className="mt-6 space-y-8">
        {items.length === 0 && <NoProducts isNarrowed={isNarrowed} />}
        {items.map((product) => (
          <ProductSection key={product.id} product={product} mayChange={mayChange} />
        ))}
      </div>
      {items.length > 0 && (
        <div className="mt-4">
          <Pagination
            summary={countOf(items.length, "product")}
            first={query.cursor ? tableHref(search, {}) : null}
            next={nextCursor ? tableHref(search, { cursor: nextCursor }) : null}
            csv={`/console/billing/catalogue.csv${search}`}
          />
        </div>
      )}
    </>
  );
}
