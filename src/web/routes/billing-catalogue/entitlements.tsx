import type { z } from "zod";
import {
  type Offer,
  type OfferEntitlement,
  SetOfferEntitlements,
} from "#modules/billing/contract/catalogue.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { moneyInField } from "#web/forms/typed-money.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/entitlements.ts";
import { entitlementsForm } from "./entitlements-form.ts";

type Entitlement = z.output<typeof OfferEntitlement>;

export const handle: RouteHandle = { crumb: "Entitlements" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { offerId } = params;
  const offer = await context.get(pageContext).call<z.output<typeof Offer>>("billing.get_offer", { offerId });
  const currencies = new Set([
    ...offer.prices.map(({ terms }) => terms.currency),
    ...offer.entitlements.flatMap(({ overageMinor }) => Object.keys(overageMinor)),
  ]);
  return { offer, currencies: [...currencies].toSorted() };
}

export async function action(args: Route.ActionArgs) {
  const { offerId } = args.params;
  const { viewer } = args.context.get(pageContext);
  return submit(args, "billing.set_offer_entitlements", {
    schema: SetOfferEntitlements,
    map: (form) => ({ offerId, entitlements: entitlementsForm(form, viewer?.locale ?? "en-GB") }),
    onSuccess: () => done(`/console/billing/catalogue/offers/${offerId}`, "entitled"),
  });
}

const QUOTAS = [
  { value: "hard", label: "Stops" },
  { value: "soft", label: "Goes on, and each unit costs" },
];

interface RowProps {
  index: number;
  entitlement: Entitlement | undefined;
  currencies: readonly string[];
}

/** What of an entitlement a meter counts, and what happens beyond it. */
function Counted({
  name,
  entitlement,
  currencies,
}: Omit<RowProps, "index"> & { name: (field: string) => string }) {
  const { locale } = useFormat();
  const overage = (currency: string) => {
    const minor = entitlement?.overageMinor[currency];
    return minor === undefined ? "" : moneyInField(minor, currency, locale);
  };
  return (
    <>
      <TextInput
        name={name("meter")}
        label="Counted by"
        hint="A meter, such as studio.documents."
        optional
        defaultValue={entitlement?.meter ?? ""}
        spellCheck={false}
        autoComplete="off"
      />
      <Select
        name={name("quota")}
        label="Beyond the quantity"
        hint="Of what a meter counts."
        options={QUOTAS}
        emptyLabel="Not counted"
        defaultValue={entitlement?.quota ?? ""}
      />
      {currencies.map((currency) => (
        <div key={currency} className="hidden group-has-[option[value=soft]:checked]/entitlement:block">
          <NumberInput
            name={name(`overageMinor.${currency}`)}
            label={`Each unit beyond, in ${currency}`}
            optional
            unit={currency}
            defaultValue={overage(currency)}
          />
        </div>
      ))}
    </>
  );
}

function Row({ index, entitlement, currencies }: RowProps) {
  const name = (field: string) => `entitlements[${index}].${field}`;
  return (
    <Card>
      <fieldset className="group/entitlement grid min-w-0 gap-x-5 gap-y-4 py-1 sm:grid-cols-2">
        <legend className="sr-only">Entitlement {index + 1}</legend>
        <TextInput
          name={name("key")}
          label="Key"
          hint="Such as studio.documents_per_month."
          optional
          defaultValue={entitlement?.key}
          spellCheck={false}
          autoComplete="off"
        />
        <NumberInput
          name={name("quantity")}
          label="Quantity"
          hint="Empty for no limit."
          optional
          defaultValue={entitlement?.quantity === null ? "" : String(entitlement?.quantity ?? "")}
        />
        <Counted name={name} entitlement={entitlement} currencies={currencies} />
        <Checkbox
          name={name("perSeat")}
          label="For each seat"
          hint="The quantity is times the seats that are bought."
          defaultChecked={entitlement?.perSeat ?? false}
        />
      </fieldset>
    </Card>
  );
}

export default function Entitlements({ loaderData, actionData }: Route.ComponentProps) {
  const { offer, currencies } = loaderData;
  const rows = Array.from({ length: offer.entitlements.length + 1 }, (_, index) => index);
  return (
    <>
      <PageHeader
        over={<span dir="auto">{offer.name}</span>}
        title="What it entitles to"
        lead="Sales from now on get this; who bought keeps what they were given. Empty a key to take it away, fill the last one to add another."
      />
      <Form state={actionData ?? undefined} className="max-w-[760px]">
        {rows.map((index) => (
          <Row key={index} index={index} entitlement={offer.entitlements[index]} currencies={currencies} />
        ))}
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Save</Button>
          <LinkButton to={`/console/billing/catalogue/offers/${offer.id}`}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
