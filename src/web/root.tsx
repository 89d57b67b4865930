import { CSPProvider } from "@base-ui/react/csp-provider";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import interLatin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { ReactNode } from "react";
import { useState } from "react";
import type { UIMatch } from "react-router";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "react-router";
import { pageContext } from "#web/context.ts";
import { readPreferences } from "#web/cookies.ts";
import { interfaceLocale, textDirection } from "#web/locale.ts";
import { showProblems } from "#web/problem-middleware.ts";
import { ErrorPage } from "#web/shell/error-page.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { useCrumbs } from "#web/shell/use-crumbs.ts";
import stylesheet from "#web/styles/app.css?url";
import type { Route } from "./+types/root.ts";

export const middleware = [showProblems];

export const links: Route.LinksFunction = () => [
  { rel: "preload", href: interLatin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.company ?? "Cairn" }];

export function loader({ context, request }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  return {
    company: page.company.name,
    csrf: page.csrf,
    locale: interfaceLocale(page.viewer?.locale ?? "en-GB"),
    zone: page.viewer?.zone ?? page.zone,
    companyZone: page.zone,
    now: page.now,
    nonce: page.nonce,
    requestId: page.requestId,
    sandbox: page.sandbox,
    ...readPreferences(request.headers.get("cookie")),
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const matches = useMatches() as UIMatch<unknown, RouteHandle | undefined>[];
  const withScripts = matches.every((match) => match.handle?.scripts !== false);
  const locale = root?.locale ?? "en-GB";
  const crumb = useCrumbs().at(-1);
  return (
    <html lang={locale} dir={textDirection(locale)} data-theme={root?.theme ?? "system"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* Pages of the console are named by their crumb; all others by their own meta. */}
        {crumb ? <title>{`${crumb.label} · ${root?.company ?? "Cairn"}`}</title> : <Meta />}
        <Links />
      </head>
      <body>
        {children}
        {withScripts && <ScrollRestoration />}
        {withScripts && <Scripts />}
      </body>
    </html>
  );
}

export default function Root({ loaderData }: Route.ComponentProps) {
  // The document keeps the nonce it came with; later answers carry others, which its policy would not accept.
  const [nonce] = useState(loaderData.nonce);
  return (
    <CSPProvider nonce={nonce}>
      <DirectionProvider direction={textDirection(loaderData.locale)}>
        <Outlet />
      </DirectionProvider>
    </CSPProvider>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
