import { useLocation } from "react-router";
import type { z } from "zod";
import type { CouponPage } from "#modules/billing/contract/coupons.ts";
import { pageContext } from "#web/context.ts";
import { nameList } from "#web/format/plural.ts";
import { useFormat } from "#web/format/use-format.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column, Filter } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/coupons.ts";
import { CatalogueTabs } from "./catalogue-tabs.tsx";
import { type CouponOut, lasts, takesOff, usedWords } from "./coupon-words.ts";
import { couponsQuery } from "./coupons-query.ts";
import { CouponState, couponStandings } from "./standings.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, input } = couponsQuery(request.url);
  const page = await context
    .get(pageContext)
    .call<z.output<typeof CouponPage>>("billing.list_coupons", input);
  return { query, ...page };
}

function TakesOff({ coupon }: { coupon: CouponOut }) {
  const { money } = useFormat();
  return (
    <>
      <span className="tabular-nums">{takesOff(coupon, money)}</span> {lasts(coupon)}
    </>
  );
}

const columns: readonly Column<CouponOut>[] = [
  {
    key: "code",
    header: "Code",
    cell: (coupon) => (
      <>
        <NameLink to={`/console/billing/coupons/${coupon.id}`} className="font-mono">
          {coupon.code}
        </NameLink>
        <p dir="auto" className="text-13 font-normal text-muted">
          {coupon.name}
        </p>
      </>
    ),
  },
  { key: "off", header: "Takes", cell: (coupon) => <TakesOff coupon={coupon} /> },
  {
    key: "offers",
    header: "For",
    grow: true,
    cell: ({ offers }) => (offers ? nameList(offers.map(({ name }) => name)) : "Every offer"),
  },
  { key: "used", header: "Used", align: "end", cell: (coupon) => usedWords(coupon) },
  {
    key: "ends",
    header: "Until",
    hiddenOnPhone: true,
    cell: ({ endsAt }) => (endsAt ? <Moment at={endsAt} /> : <span className="text-muted">No end</span>),
  },
  { key: "state", header: "Standing", cell: ({ standing }) => <CouponState standing={standing} /> },
];

const filters: readonly Filter[] = [{ name: "standing", label: "Standing", options: couponStandings }];

export default function Coupons({ loaderData: { query, items, nextCursor } }: Route.ComponentProps) {
  const mayChange = usePermission("billing:catalogue");
  const { search } = useLocation();
  const add = mayChange && (
    <LinkButton look="primary" icon="plus" to="/console/billing/coupons/new">
      Create a coupon
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Coupons"
        lead="Codes that lower what is due, for whom, how long and how often."
        actions={items.length > 0 && add}
      />
      <CatalogueTabs />
      <DataTable
        caption="All coupons"
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        query={query}
        search="Code or name"
        filters={filters}
        page={{ next: nextCursor }}
        noun={["coupon", "coupons"]}
        csv={`/console/billing/coupons.csv${search}`}
        empty={
          <EmptyState
            icon="percent"
            title="No coupon yet"
            text="A coupon takes a percentage or an amount off, once or for longer."
            action={add}
          />
        }
      />
    </>
  );
}
