import { index, route } from "@react-router/dev/routes";

/** Courses that come in, and packages. */
export const consoleRoutes = [
  route("console/academy/imports", "routes/academy-transfer/section.tsx", [
    index("routes/academy-transfer/imports.tsx"),
    route(":importId", "routes/academy-transfer/import.tsx"),
  ]),
  route("console/academy/packages", "routes/academy-transfer/packages-section.tsx", [
    index("routes/academy-transfer/packages.tsx"),
    route(":packageId", "routes/academy-transfer/package.tsx"),
  ]),
];
