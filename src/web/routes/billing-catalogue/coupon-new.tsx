import type { z } from "zod";
import type { ProductPage } from "#modules/billing/contract/catalogue.ts";
import { CreateCoupon } from "#modules/billing/contract/coupons.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/coupon-new.ts";
import { couponForm } from "./coupon-form.ts";

export const handle: RouteHandle = { crumb: "Create" };

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = await context
    .get(pageContext)
    .call<z.output<typeof ProductPage>>("billing.list_products", { limit: 100 });
  const offers = items.flatMap((product) =>
    product.offers.map(({ id, name }) => ({
      id,
      name: name === product.name ? name : `${product.name}: ${name}`,
    })),
  );
  return { offers };
}

export async function action(args: Route.ActionArgs) {
  const { viewer, zone } = args.context.get(pageContext);
  return submit<{ couponId: string }>(args, "billing.create_coupon", {
    schema: CreateCoupon,
    map: (form) => couponForm(form, { locale: viewer?.locale ?? "en-GB", zone }),
    onSuccess: ({ couponId }) => done(`/console/billing/coupons/${couponId}`, "created"),
  });
}

const TAKES = [
  { value: "percent", label: "A percentage" },
  { value: "amount", label: "An amount" },
];
const DURATIONS = [
  { value: "once", label: "The first invoice", hint: "Of instalments: the whole price." },
  { value: "months", label: "Some months", hint: "Periods that begin within them." },
  { value: "forever", label: "Every invoice" },
];

function What() {
  return (
    <div className="group/takes space-y-5">
      <RadioGroup name="takes" legend="What it takes off" choices={TAKES} defaultValue="percent" inline />
      <div className="hidden group-has-[input[value=percent]:checked]/takes:block">
        <NumberInput name="percentPpm" label="Percentage" unit="%" />
      </div>
      <div className="hidden space-y-5 group-has-[input[value=amount]:checked]/takes:block">
        <NumberInput name="amountMinor" label="Amount" />
        <TextInput
          name="currency"
          label="Currency"
          hint="It counts for prices in this currency alone."
          maxLength={3}
          className="max-w-28 uppercase"
          autoComplete="off"
        />
      </div>
    </div>
  );
}

function HowLong() {
  return (
    <div className="group/lasts space-y-5">
      <RadioGroup name="duration" legend="From what" choices={DURATIONS} defaultValue="once" />
      <div className="hidden group-has-[input[value=months]:checked]/lasts:block">
        <NumberInput name="months" label="For how long" unit="months" />
      </div>
    </div>
  );
}

function ForWhom({ offers }: { offers: readonly { id: string; name: string }[] }) {
  return (
    <fieldset>
      <legend className="mb-1 text-13 font-medium">For which offers</legend>
      <p className="mb-1 text-13 text-muted">Tick none for all of them.</p>
      {offers.map(({ id, name }) => (
        <Checkbox key={id} name="offerIds[]" value={id} label={<span dir="auto">{name}</span>} />
      ))}
    </fieldset>
  );
}

export default function NewCoupon({ loaderData: { offers }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Create a coupon" lead="It cannot be changed afterwards, only archived." />
      <Form state={actionData ?? undefined} className="max-w-[560px]">
        <TextInput
          name="code"
          label="Code"
          hint="What buyers type: letters, digits, hyphens."
          maxLength={40}
          className="max-w-72 font-mono uppercase"
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          name="name"
          label="Name"
          hint="Stands on the invoice beside the discount."
          maxLength={80}
        />
        <What />
        <HowLong />
        <ForWhom offers={offers} />
        <NumberInput
          name="maxRedemptions"
          label="How often at most"
          hint="By all buyers together. Empty for no limit."
          unit="times"
          optional
        />
        <Switch name="oncePerAccount" label="Once for each account" defaultChecked />
        <DateInput name="startsAt" label="First day" hint="Empty for now." optional />
        <DateInput name="endsAt" label="Last day" optional />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Create the coupon</Button>
          <LinkButton to="/console/billing/coupons">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
