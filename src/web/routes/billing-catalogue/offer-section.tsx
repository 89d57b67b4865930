import { Outlet } from "react-router";
import type { z } from "zod";
import type { Offer } from "#modules/billing/contract/catalogue.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Route } from "./+types/offer-section.ts";

export const handle: RouteHandle = { crumb: (data: { name: string }) => data.name };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { offerId } = params;
  const { name, product } = await context
    .get(pageContext)
    .call<z.output<typeof Offer>>("billing.get_offer", { offerId });
  return { name: name === product.name ? name : `${product.name} ${name}` };
}

/** Gives the pages of an offer their place in the breadcrumb. */
export default function OfferSection() {
  return <Outlet />;
}
