import { route } from "@react-router/dev/routes";

/** Keys for programs. */
export const consoleRoutes = [
  route("console/tokens", "routes/tokens/list.tsx"),
  route("console/tokens/new", "routes/tokens/new.tsx"),
];
