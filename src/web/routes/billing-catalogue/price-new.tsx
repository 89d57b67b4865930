import type { z } from "zod";
import type { Offer } from "#modules/billing/contract/catalogue.ts";
import { AddPrice, PreviewPrice } from "#modules/billing/contract/price.ts";
import { pageContext } from "#web/context.ts";
import { type FormState, keptValues } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/price-new.ts";
import { AmountFields, type Defaults } from "./amount-fields.tsx";
import { defaultsOfDraft } from "./price-defaults.ts";
import { dayEnd, dayStart, termsForm } from "./price-form.ts";
import { type Preview, PricePreviewCard } from "./price-preview.tsx";

type OfferOut = z.output<typeof Offer>;

export const handle: RouteHandle = { crumb: "Add a price" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { offerId } = params;
  const offer = await call<OfferOut>("billing.get_offer", { offerId });
  return { offer, currency: offer.prices[0]?.terms.currency ?? "USD" };
}

/** What a price would come to, with everything that was typed, so that the page can show both. */
interface Draft {
  preview: Preview;
  values: Record<string, string[]>;
}

async function previewDraft(args: Route.ActionArgs, form: FormData): Promise<Draft | FormState> {
  const { call, viewer } = args.context.get(pageContext);
  let preview: Preview | undefined;
  const ask = async (input: unknown) => {
    preview = await call<Preview>("billing.preview_price", input);
  };
  const refused = await submit(args, ask, {
    schema: PreviewPrice,
    map: ({ terms, quantity }) => ({ terms: termsForm(terms, viewer?.locale ?? "en-GB"), quantity }),
  });
  return preview ? { preview, values: keptValues(form) } : (refused as unknown as FormState);
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.clone().formData();
  if (form.has("preview")) return previewDraft(args, form);
  const { offerId } = args.params;
  const { viewer, zone } = args.context.get(pageContext);
  return submit(args, "billing.add_price", {
    schema: AddPrice,
    map: ({ terms, soldFromAt, soldUntilAt }) => ({
      offerId,
      terms: termsForm(terms, viewer?.locale ?? "en-GB"),
      soldFromAt: dayStart(soldFromAt, zone),
      soldUntilAt: dayEnd(soldUntilAt, zone),
    }),
    onSuccess: () => done(`/console/billing/catalogue/offers/${offerId}`, "price_added"),
  });
}

const ONCE = [
  { value: "once", label: "At once", hint: "One payment." },
  {
    value: "instalments",
    label: "In instalments",
    hint: "A price in monthly parts that add up to it exactly.",
  },
];
const RECURRING = [
  { value: "month", label: "Every month" },
  { value: "year", label: "Every year" },
];

function CycleFields({ kind, defaults }: { kind: OfferOut["kind"]; defaults: Defaults }) {
  if (kind === "one_off")
    return (
      <div className="group/cycle space-y-5">
        <RadioGroup
          name="terms.cycle"
          legend="Paid"
          choices={ONCE}
          defaultValue={defaults("cycle") ?? "once"}
        />
        <div className="hidden group-has-[input[value=instalments]:checked]/cycle:block">
          <NumberInput
            name="terms.instalments"
            label="Instalments"
            hint="One a month, the first at once."
            defaultValue={defaults("instalments")}
          />
        </div>
      </div>
    );
  return (
    <>
      <RadioGroup
        name="terms.cycle"
        legend="Paid"
        choices={RECURRING}
        defaultValue={defaults("cycle") ?? "month"}
      />
      <NumberInput
        name="terms.cycleCount"
        label="Length of a period"
        hint="1 for every month or year, 3 for every three."
        defaultValue={defaults("cycleCount") ?? "1"}
      />
    </>
  );
}

function SaleDays({ typed }: { typed: (name: string) => string | undefined }) {
  return (
    <>
      <DateInput
        name="soldFromAt"
        label="First day on sale"
        hint="Empty for now. Days are the company’s."
        optional
        defaultValue={typed("soldFromAt")}
      />
      <DateInput name="soldUntilAt" label="Last day on sale" optional defaultValue={typed("soldUntilAt")} />
    </>
  );
}

export default function NewPrice({ loaderData: { offer, currency }, actionData }: Route.ComponentProps) {
  const draft = actionData && "preview" in actionData ? actionData : null;
  const state = actionData && "errors" in actionData ? actionData : undefined;
  const defaults: Defaults = draft ? defaultsOfDraft(draft.values, "terms") : () => undefined;
  const typed = (name: string) => draft?.values[name]?.[0];
  return (
    <>
      <PageHeader
        over={<span dir="auto">{offer.name}</span>}
        title="Add a price"
        lead="It cannot be edited later: a change begins a new price, and who bought keeps theirs."
      />
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,560px)_minmax(0,1fr)]">
        <Form state={state}>
          <TextInput
            name="terms.currency"
            label="Currency"
            hint="Three letters, such as USD."
            maxLength={3}
            className="max-w-28 uppercase"
            autoComplete="off"
            defaultValue={defaults("currency") ?? currency}
          />
          <CycleFields kind={offer.kind} defaults={defaults} />
          <AmountFields prefix="terms" defaults={defaults} />
          <SaleDays typed={typed} />
          <NumberInput
            name="quantity"
            label="Work it out for"
            hint="A quantity to try the price with."
            defaultValue={typed("quantity") ?? "1"}
          />
          <div className="flex flex-wrap gap-2">
            <Button look="primary">Add the price</Button>
            <Button name="preview" value="yes">
              Work it out
            </Button>
            <LinkButton look="quiet" to={`/console/billing/catalogue/offers/${offer.id}`}>
              Cancel
            </LinkButton>
          </div>
        </Form>
        {draft && (
          <div className="self-start max-lg:mt-8 lg:sticky lg:top-6">
            <Section title="What it comes to">
              <PricePreviewCard preview={draft.preview} />
            </Section>
          </div>
        )}
      </div>
    </>
  );
}
