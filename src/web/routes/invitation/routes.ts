import { layout, route } from "@react-router/dev/routes";

/** Where the links of mails to customers lead: joining an account, proving an address. */
export const openRoutes = [
  layout("routes/auth/auth-layout.tsx", { id: "invitation-layout" }, [
    layout("routes/auth/auth-boundary.tsx", { id: "invitation-boundary" }, [
      route("invitation", "routes/invitation/accept.tsx"),
      route("account/emails/verify", "routes/invitation/verify-email.tsx"),
    ]),
  ]),
];
