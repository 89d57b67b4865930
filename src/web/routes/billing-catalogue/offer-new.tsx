import type { z } from "zod";
import { CreateOffer, type Product } from "#modules/billing/contract/catalogue.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/offer-new.ts";
import { OfferFields } from "./offer-fields.tsx";
import { offerForm } from "./offer-form.ts";

type ProductOut = z.output<typeof Product>;

export const handle: RouteHandle = { crumb: "Add an offer" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { productId } = params;
  return { product: await context.get(pageContext).call<ProductOut>("billing.get_product", { productId }) };
}

export async function action(args: Route.ActionArgs) {
  const { productId } = args.params;
  return submit<{ offerId: string }>(args, "billing.create_offer", {
    schema: CreateOffer,
    map: (form) => ({ ...offerForm(form), productId }),
    onSuccess: ({ offerId }) => done(`/console/billing/catalogue/offers/${offerId}`, "created"),
  });
}

const KINDS = [
  { value: "subscription", label: "Subscription", hint: "Paid every month or year until it is cancelled." },
  { value: "one_off", label: "Bought once", hint: "Paid at once or in instalments." },
  {
    value: "addon",
    label: "Add-on",
    hint: "Paid beside a subscription of the same product, such as further seats.",
  },
];

export default function NewOffer({ loaderData: { product }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        over={<span dir="auto">{product.name}</span>}
        title="Add an offer"
        lead="How the product is bought. Its prices come next."
      />
      <Form state={actionData ?? undefined} className="max-w-[560px]">
        <RadioGroup
          name="kind"
          legend="How it is bought"
          choices={KINDS}
          defaultValue={product.kind === "service" ? "subscription" : "one_off"}
        />
        <TextInput
          name="key"
          label="Key"
          hint="The name other parts and links know it by, such as studio-pro. It stays."
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
        />
        <OfferFields />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Add the offer</Button>
          <LinkButton to="/console/billing/catalogue">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
