import { index, route } from "@react-router/dev/routes";

/** Keys for programs. */
export const consoleRoutes = [
  route("console/tokens", "routes/tokens/section.tsx", [
    index("routes/tokens/list.tsx"),
    route("new", "routes/tokens/new.tsx"),
  ]),
];
