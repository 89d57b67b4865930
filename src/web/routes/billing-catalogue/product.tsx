import { z } from "zod";
import { type Product, ProductFields as Fields, ProductRef } from "#modules/billing/contract/catalogue.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/product.ts";
import { ProductFields } from "./product-fields.tsx";
import { PRODUCT_KINDS, TAX_CATEGORIES } from "./words.ts";

type ProductOut = z.output<typeof Product>;

export const handle: RouteHandle = {
  crumb: (data: { product: ProductOut }) => data.product.name,
  notices: {
    created: "The product is there. Add an offer to sell it by.",
    archived: "It is off sale. Who bought keeps what was bought.",
    restored: "It is back in the catalogue.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { productId } = params;
  return { product: await context.get(pageContext).call<ProductOut>("billing.get_product", { productId }) };
}

const OPERATIONS = {
  archive: ["billing.archive_product", ProductRef, "archived"],
  restore: ["billing.restore_product", ProductRef, "restored"],
  update: ["billing.update_product", z.object({ ...ProductRef.shape, ...Fields.shape }), "saved"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { productId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.update;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, productId }),
    onSuccess: () => done(`/console/billing/catalogue/products/${productId}`, notice),
  });
}

const taxName = (category: string) => TAX_CATEGORIES[category as keyof typeof TAX_CATEGORIES] ?? category;

function Archival({ product, state }: { product: ProductOut; state: Route.ComponentProps["actionData"] }) {
  if (product.archivedAt)
    return (
      <Section title="Archived" note="None of its offers is on sale.">
        <Form state={state ?? undefined} intent="restore">
          <Button>Put it back on sale</Button>
        </Form>
      </Section>
    );
  return (
    <Disclosure summary="Take it off sale">
      <p className="mb-4 max-w-measure text-pretty text-muted">
        Its offers are no longer sold. Subscriptions go on, and who bought keeps what was bought. It can be
        put back.
      </p>
      <Form state={state ?? undefined} intent="archive">
        <Button look="danger">Archive the product</Button>
      </Form>
    </Disclosure>
  );
}

export default function ProductPage({ loaderData: { product }, actionData }: Route.ComponentProps) {
  const mayChange = usePermission("billing:catalogue");
  return (
    <>
      <PageHeader
        title={<span dir="auto">{product.name}</span>}
        lead={PRODUCT_KINDS[product.kind]}
        actions={
          mayChange &&
          !product.archivedAt && (
            <LinkButton
              look="primary"
              icon="plus"
              to={`/console/billing/catalogue/products/${product.id}/offers/new`}
            >
              Add an offer
            </LinkButton>
          )
        }
      />
      {mayChange ? (
        <>
          <Form state={actionData ?? undefined} intent="update" className="max-w-[560px]">
            <ProductFields product={product} />
            <Button look="primary">Save</Button>
          </Form>
          <div className="mt-10 border-t border-line pt-4">
            <Archival product={product} state={actionData} />
          </div>
        </>
      ) : (
        <Card className="max-w-[720px]">
          <KeyValue
            pairs={[
              { label: "Key", value: product.key },
              { label: "Description", value: product.description || null },
              { label: "For the tax office", value: taxName(product.taxCategory) },
            ]}
          />
        </Card>
      )}
    </>
  );
}
