import { layout, route } from "@react-router/dev/routes";

const setPassword = "routes/auth/set-password.tsx";

/** Signing in, and the one-time links that mails and the first start give out. */
export const openRoutes = [
  layout("routes/auth/auth-layout.tsx", [
    layout("routes/auth/auth-boundary.tsx", [
      route("sign-in", "routes/auth/sign-in.tsx"),
      route("sign-in/code", "routes/auth/code.tsx"),
      route("sign-in/recovery-code", "routes/auth/recovery-code.tsx"),
      route("sign-in/mail", "routes/auth/mail-link.tsx"),
      route("sign-in/link", "routes/auth/open-link.tsx"),
      route("forgot-password", "routes/auth/forgot-password.tsx"),
      route("reset-password", setPassword, { id: "auth-reset-password" }),
      route("welcome", setPassword, { id: "auth-welcome" }),
      route("join", setPassword, { id: "auth-join" }),
      route("sign-out", "routes/auth/sign-out.tsx"),
    ]),
  ]),
];
