import type { z } from "zod";
import { type CouponRedemption, CouponRef, type RedemptionPage } from "#modules/billing/contract/coupons.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/coupon.ts";
import { type CouponOut, lasts, takesOff, usedWords } from "./coupon-words.ts";
import { CouponState } from "./standings.tsx";

type Redemption = z.output<typeof CouponRedemption>;

export const handle: RouteHandle = {
  crumb: (data: { coupon: CouponOut }) => data.coupon.code,
  notices: {
    created: "The coupon is there.",
    archived: "It is accepted no longer. Who used it keeps what it gives.",
  },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { couponId } = params;
  const query = readTableQuery(request.url);
  const [coupon, page] = await Promise.all([
    call<CouponOut>("billing.get_coupon", { couponId }),
    call<z.output<typeof RedemptionPage>>("billing.list_redemptions", {
      couponId,
      cursor: query.cursor ?? undefined,
    }),
  ]);
  return { coupon, query, ...page };
}

export async function action(args: Route.ActionArgs) {
  const { couponId } = args.params;
  return submit(args, "billing.archive_coupon", {
    schema: CouponRef,
    map: () => ({ couponId }),
    onSuccess: () => done(`/console/billing/coupons/${couponId}`, "archived"),
  });
}

function Discount({ use }: { use: Redemption }) {
  const { money } = useFormat();
  if (use.discountMinor === null) return <span className="text-muted">Not invoiced yet</span>;
  return <>{money(BigInt(use.discountMinor), use.currency)}</>;
}

const columns: readonly Column<Redemption>[] = [
  { key: "account", header: "Account", grow: true, cell: (use) => <span dir="auto">{use.accountName}</span> },
  {
    key: "order",
    header: "Order",
    cell: (use) => <span className="font-mono text-13">{use.orderReference}</span>,
  },
  { key: "discount", header: "Off the first invoice", align: "end", cell: (use) => <Discount use={use} /> },
  { key: "at", header: "Used", cell: (use) => <Moment at={use.redeemedAt} /> },
];

function Facts({ coupon }: { coupon: CouponOut }) {
  const { money } = useFormat();
  return (
    <KeyValue
      pairs={[
        { label: "Standing", value: <CouponState standing={coupon.standing} /> },
        { label: "Takes", value: `${takesOff(coupon, money)} ${lasts(coupon)}` },
        { label: "For", value: coupon.offers?.map(({ name }) => name).join(", ") ?? "Every offer" },
        { label: "Used", value: usedWords(coupon) },
        { label: "By one account", value: coupon.oncePerAccount ? "Once" : "As often as it likes" },
        { label: "From", value: <Moment at={coupon.startsAt} /> },
        { label: "Until", value: coupon.endsAt ? <Moment at={coupon.endsAt} /> : "No end" },
      ]}
    />
  );
}

export default function CouponPage({ loaderData, actionData }: Route.ComponentProps) {
  const { coupon, query, items, nextCursor } = loaderData;
  const mayArchive = usePermission("billing:catalogue") && !coupon.archivedAt;
  return (
    <>
      <PageHeader
        title={<span className="font-mono">{coupon.code}</span>}
        lead={<span dir="auto">{coupon.name}</span>}
      />
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_320px]">
        <Section title="Who used it">
          <DataTable
            caption="Uses of the coupon"
            columns={columns}
            rows={items}
            rowKey={({ orderReference }) => orderReference}
            query={query}
            page={{ next: nextCursor }}
            noun={["use", "uses"]}
            empty={
              <EmptyState
                icon="percent"
                title="Nobody yet"
                text="Its uses stand here, with the order and what it took off."
              />
            }
          />
        </Section>
        <div className="max-lg:mt-8">
          <Section title="The coupon">
            <Facts coupon={coupon} />
            {mayArchive && (
              <div className="mt-3">
                <Disclosure summary="Accept it no longer">
                  <p className="mb-4 text-pretty text-muted">
                    Who used it keeps what it gives. It cannot be put back; create another one instead.
                  </p>
                  <Form state={actionData ?? undefined}>
                    <Button look="danger">Archive the coupon</Button>
                  </Form>
                </Disclosure>
              </div>
            )}
          </Section>
        </div>
      </div>
    </>
  );
}
