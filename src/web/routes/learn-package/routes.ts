import { layout, route } from "@react-router/dev/routes";

/** Working through a package, inside the frame of everything a student sees. */
export const openRoutes = [
  layout("routes/learn/learn-shell.tsx", { id: "learn-package" }, [
    layout("routes/learn/learn-boundary.tsx", { id: "learn-package-boundary" }, [
      route("learn/:course/packages/:packageId", "routes/learn-package/package.tsx"),
    ]),
  ]),
];
