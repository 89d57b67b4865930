import { z } from "zod";
import { type Offer, OfferFields as Fields, OfferRef } from "#modules/billing/contract/catalogue.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/offer-edit.ts";
import { OfferFields } from "./offer-fields.tsx";
import { offerForm } from "./offer-form.ts";

export const handle: RouteHandle = { crumb: "Change" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { offerId } = params;
  return {
    offer: await context.get(pageContext).call<z.output<typeof Offer>>("billing.get_offer", { offerId }),
  };
}

const schema = z.object({ ...OfferRef.shape, ...Fields.shape });

export async function action(args: Route.ActionArgs) {
  const { offerId } = args.params;
  return submit(args, "billing.update_offer", {
    schema,
    map: (form) => ({ ...offerForm(form), offerId }),
    onSuccess: () => done(`/console/billing/catalogue/offers/${offerId}`, "saved"),
  });
}

export default function EditOffer({ loaderData: { offer }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        over={<span dir="auto">{offer.product.name}</span>}
        title={<span dir="auto">{offer.name}</span>}
        lead="Changes hold for sales from now on. What was sold stays as it was."
      />
      <Form state={actionData ?? undefined} className="max-w-[560px]">
        <OfferFields offer={offer} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Save</Button>
          <LinkButton to={`/console/billing/catalogue/offers/${offer.id}`}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
