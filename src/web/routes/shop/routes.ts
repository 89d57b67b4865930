import { layout, route } from "@react-router/dev/routes";

/** What is sold, and the way from a price to an order. */
export const openRoutes = [
  layout("routes/shop/shop-layout.tsx", [
    layout("routes/shop/shop-boundary.tsx", [
      route("pricing", "routes/shop/pricing.tsx"),
      route("terms", "routes/shop/terms.tsx"),
      route("imprint", "routes/shop/imprint.tsx"),
      route("checkout", "routes/shop/details.tsx", { id: "shop-details" }),
      route("checkout/:token/details", "routes/shop/details.tsx", { id: "shop-details-again" }),
      route("checkout/:token", "routes/shop/review.tsx"),
      route("thanks/:token", "routes/shop/thanks.tsx"),
      route("sandbox/payments/:ref", "routes/shop/sandbox-payment.tsx"),
    ]),
  ]),
  route("thanks", "routes/shop/my-thanks.ts"),
  route("r/:code", "routes/shop/referral.ts"),
  route("brand.css", "routes/shop/brand-css.ts"),
];
