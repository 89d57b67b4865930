import type { z } from "zod";
import type { OfferEntitlement } from "#modules/billing/contract/catalogue.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Section } from "#web/ui/section.tsx";

type Entitlement = z.output<typeof OfferEntitlement>;

function Quantity({ entitlement }: { entitlement: Entitlement }) {
  const { number } = useFormat();
  if (entitlement.quantity === null) return <span className="text-muted">No limit</span>;
  return (
    <span className="tabular-nums">
      {number(entitlement.quantity, "count")}
      {entitlement.perSeat && " a seat"}
    </span>
  );
}

function Beyond({ entitlement }: { entitlement: Entitlement }) {
  const { money } = useFormat();
  if (entitlement.quota === null) return <span className="text-muted">–</span>;
  if (entitlement.quota === "hard") return <>Stops</>;
  const prices = Object.entries(entitlement.overageMinor).map(([currency, minor]) =>
    money(BigInt(minor), currency),
  );
  return <>{prices.length > 0 ? `${prices.join(" or ")} each` : "Goes on, free of charge"}</>;
}

const columns: readonly Column<Entitlement>[] = [
  { key: "key", header: "Key", cell: ({ key }) => <span className="font-mono text-13">{key}</span> },
  { key: "quantity", header: "Quantity", align: "end", cell: (row) => <Quantity entitlement={row} /> },
  {
    key: "meter",
    header: "Counted by",
    cell: ({ meter }) =>
      meter ? (
        <span className="font-mono text-13">{meter}</span>
      ) : (
        <span className="text-muted">Not counted</span>
      ),
  },
  { key: "beyond", header: "Beyond it", cell: (row) => <Beyond entitlement={row} /> },
];

/** What buyers of an offer may use. */
export function OfferEntitlements({
  entitlements,
  mayChange,
}: {
  entitlements: readonly Entitlement[];
  mayChange: boolean;
}) {
  return (
    <Section
      title="Entitles to"
      note="Other parts of Cairn ask for these keys. What was sold keeps what it was given."
      link={mayChange ? { label: "Change", to: "entitlements" } : undefined}
    >
      <DataTable
        caption="What it entitles to"
        columns={columns}
        rows={entitlements}
        rowKey={({ key }) => key}
        empty={
          <EmptyState icon="key-round" title="Nothing" text="Buyers get an invoice, and access to nothing." />
        }
      />
    </Section>
  );
}
