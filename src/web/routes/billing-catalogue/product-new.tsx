import { CreateProduct } from "#modules/billing/contract/catalogue.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/product-new.ts";
import { ProductFields } from "./product-fields.tsx";

export const handle: RouteHandle = { crumb: "Add a product" };

export async function action(args: Route.ActionArgs) {
  return submit<{ productId: string }>(args, "billing.create_product", {
    schema: CreateProduct,
    onSuccess: ({ productId }) => done(`/console/billing/catalogue/products/${productId}`, "created"),
  });
}

const KINDS = [
  { value: "course", label: "Course", hint: "Bought once, earned over the days it may be used." },
  { value: "service", label: "Service", hint: "By subscription, earned day by day." },
  { value: "consulting", label: "Consulting", hint: "Work with the customer, earned when it is done." },
];

export default function NewProduct({ actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Add a product"
        lead="A product is what customers come for. Offers say how it is bought."
      />
      <Form state={actionData ?? undefined} className="max-w-[560px]">
        <RadioGroup name="kind" legend="Kind" choices={KINDS} defaultValue="service" />
        <TextInput
          name="key"
          label="Key"
          hint="The name other parts and links know it by, such as ai-business-mastery. It stays."
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
        />
        <ProductFields />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Add the product</Button>
          <LinkButton to="/console/billing/catalogue">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
