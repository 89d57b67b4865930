import { index, route } from "@react-router/dev/routes";

const page = (name: string) => `routes/billing-catalogue/${name}.tsx`;
const file = (name: string) => `routes/billing-catalogue/${name}.ts`;

/** What is sold: products, offers, prices, coupons and the conditions of sale. */
export const consoleRoutes = [
  route("console/billing", page("billing"), [
    route("catalogue.csv", file("catalogue-csv")),
    route("catalogue", page("section"), [
      index(page("list")),
      route("products/new", page("product-new")),
      route("products/:productId", page("product")),
      route("products/:productId/offers/new", page("offer-new")),
      route("offers/:offerId", page("offer-section"), [
        index(page("offer")),
        route("edit", page("offer-edit")),
        route("entitlements", page("entitlements")),
        route("prices/new", page("price-new")),
        route("prices/:priceId", page("price")),
      ]),
    ]),
    route("coupons.csv", file("coupons-csv")),
    route("coupons", page("coupons-section"), [
      index(page("coupons")),
      route("new", page("coupon-new")),
      route(":couponId", page("coupon")),
    ]),
    route("terms", page("terms-section"), [index(page("terms")), route("new", page("terms-new"))]),
  ]),
];
