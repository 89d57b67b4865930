import { index, route } from "@react-router/dev/routes";

/** One's own profile and keys. */
export const consoleRoutes = [
  route("console/profile", "routes/account/section.tsx", [
    index("routes/account/profile.tsx"),
    route("security", "routes/account/security.tsx"),
    route("authenticator", "routes/account/authenticator.tsx"),
    route("recovery-codes", "routes/account/recovery-codes.tsx"),
  ]),
  route("console/profile/data.json", "routes/account/data-export.ts"),
];
