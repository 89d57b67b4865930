import { route } from "@react-router/dev/routes";

/** One's own profile and keys. */
export const consoleRoutes = [
  route("console/profile", "routes/account/profile.tsx"),
  route("console/profile/security", "routes/account/security.tsx"),
  route("console/profile/authenticator", "routes/account/authenticator.tsx"),
  route("console/profile/recovery-codes", "routes/account/recovery-codes.tsx"),
];
