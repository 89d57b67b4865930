import { Form } from "react-router";
import type { z } from "zod";
import type { Price } from "#modules/billing/contract/price.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { Moment } from "#web/ui/time.tsx";
import { type Preview, PricePreviewCard } from "./price-preview.tsx";
import { priceWords, taxWords } from "./price-words.ts";
import { PriceState } from "./standings.tsx";

export type PriceOut = z.output<typeof Price>;

function usePriceName() {
  const { money } = useFormat();
  return ({ terms }: PriceOut) => priceWords(terms, (minor) => money(BigInt(minor), terms.currency));
}

function Name({ price }: { price: PriceOut }) {
  const nameOf = usePriceName();
  return (
    <>
      <NameLink to={`prices/${price.id}`}>{nameOf(price)}</NameLink>
      <p className="text-13 font-normal text-muted">
        {price.terms.currency}, {taxWords(price.terms)}
      </p>
    </>
  );
}

const columns: readonly Column<PriceOut>[] = [
  { key: "price", header: "Price", cell: (price) => <Name price={price} /> },
  { key: "state", header: "Standing", cell: (price) => <PriceState standing={price.standing} /> },
  { key: "from", header: "Sold from", cell: (price) => <Moment at={price.soldFromAt} /> },
  {
    key: "until",
    header: "Until",
    cell: (price) =>
      price.soldUntilAt ? <Moment at={price.soldUntilAt} /> : <span className="text-muted">No end</span>,
  },
  {
    key: "used",
    header: "First sold",
    hiddenOnPhone: true,
    cell: (price) =>
      price.usedAt ? <Moment at={price.usedAt} /> : <span className="text-muted">Not yet</span>,
  },
];

const RANK = { current: 0, scheduled: 1, ended: 2 };

/** All prices of an offer, those that are sold first. */
export function OfferPrices({ prices }: { prices: readonly PriceOut[] }) {
  const sorted = prices.toSorted((a, b) => RANK[a.standing] - RANK[b.standing]);
  return (
    <Section
      title="Prices"
      note="A price that was sold is never edited. A change begins a new one; who bought keeps theirs."
    >
      <DataTable
        caption="All prices of the offer"
        columns={columns}
        rows={sorted}
        rowKey={(price) => price.id}
        empty={<EmptyState icon="tag" title="No price yet" text="The offer is on sale once it has one." />}
      />
    </Section>
  );
}

interface PreviewProps {
  prices: readonly PriceOut[];
  asked: { priceId: string | null; quantity: string };
  preview: Preview | null;
  problem: string | null;
}

/** Type a quantity and see the amount. A plain GET form: its address can be sent to somebody. */
export function OfferPreview({ prices, asked, preview, problem }: PreviewProps) {
  const nameOf = usePriceName();
  const shown = prices.filter(({ standing }) => standing !== "ended");
  if (shown.length === 0) return null;
  const options = shown.map((price) => ({
    value: price.id,
    label: `${nameOf(price)} (${price.terms.currency})`,
  }));
  return (
    <Section title="What a quantity costs">
      <Form method="get" preventScrollReset className="mb-4 flex max-w-[560px] flex-wrap items-end gap-3">
        <div className="min-w-48 flex-1">
          <Select name="price" label="Price" options={options} defaultValue={asked.priceId ?? undefined} />
        </div>
        <div className="w-28">
          <NumberInput
            name="quantity"
            label="Quantity"
            defaultValue={asked.quantity}
            error={problem ?? undefined}
          />
        </div>
        <Button>Work it out</Button>
      </Form>
      {preview && <PricePreviewCard preview={preview} />}
    </Section>
  );
}
