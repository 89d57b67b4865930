import { layout, route } from "@react-router/dev/routes";

/** Where anybody checks certificates and badges. */
export const openRoutes = [
  layout("routes/shop/shop-layout.tsx", { id: "certificates-shop" }, [
    layout("routes/certificates/certificates-boundary.tsx", [
      route("certificates", "routes/certificates/find.tsx"),
      route("certificates/verify", "routes/certificates/verify.tsx"),
      route("certificates/:serial", "routes/certificates/certificate.tsx", { id: "public-certificate" }),
    ]),
  ]),
];
