import { readdirSync } from "node:fs";
import type { RouteConfig, RouteConfigEntry } from "@react-router/dev/routes";
import { layout, route } from "@react-router/dev/routes";

/**
 * Every folder of `routes/` declares its own pages in a `routes.ts`: `consoleRoutes` stand inside the
 * console's shell, `openRoutes` outside of it. File names count from `src/web`.
 */
interface RouteFolder {
  consoleRoutes?: RouteConfigEntry[];
  openRoutes?: RouteConfigEntry[];
}

const folders = readdirSync(new URL("./routes", import.meta.url), { recursive: true, encoding: "utf8" })
  .filter((file) => /^[^/\\]+[/\\]routes\.ts$/.test(file))
  .toSorted()
  .map(
    (file): Promise<RouteFolder> =>
      import(/* @vite-ignore */ new URL(`./routes/${file}`, import.meta.url).href),
  );

const declared = await Promise.all(folders);

export default [
  ...declared.flatMap((folder) => folder.openRoutes ?? []),
  route("preferences", "routes/preferences.ts"),
  layout("shell/console.tsx", [
    layout("shell/console-boundary.tsx", [
      ...declared.flatMap((folder) => folder.consoleRoutes ?? []),
      route("console/menu", "routes/menu.tsx"),
      route("console/search", "routes/search.tsx"),
      route("console/*", "routes/console-not-found.tsx"),
    ]),
  ]),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
