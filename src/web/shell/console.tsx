import { Toast } from "@base-ui/react/toast";
import { Outlet, redirect, useMatches } from "react-router";
import type { UIMatch } from "react-router";
import { pageContext } from "#web/context.ts";
import { signInPath } from "#web/problem-middleware.ts";
import { BottomBar } from "#web/shell/bottom-bar.tsx";
import { CommandPalette } from "#web/shell/command-palette.tsx";
import { FlashNotice } from "#web/shell/flash-notice.tsx";
import { Rail } from "#web/shell/rail.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { TopBar } from "#web/shell/top-bar.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Toasts } from "#web/ui/toasts.tsx";
import type { Route } from "./+types/console.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  if (!page.viewer) throw redirect(signInPath(request.url));
  const { name, email, role, permissions } = page.viewer;
  if (role === null) throw redirect(customerPath(new URL(request.url).pathname));
  return { nav: page.nav, viewer: { name, email, role, permissions }, unread: page.unread ?? 0 };
}

/** The console is for who works here; a customer's links into it lead to the same page of their own account. */
function customerPath(pathname: string): string {
  const page = /^\/console\/profile\/(security|authenticator|recovery-codes)/.exec(pathname)?.[1];
  return page ? `/account/${page}` : "/account";
}

export default function Console({ loaderData }: Route.ComponentProps) {
  const matches = useMatches() as UIMatch<unknown, RouteHandle | undefined>[];
  const isWide = matches.some((match) => match.handle?.wide);
  return (
    <Toast.Provider>
      <a
        href="#content"
        className="absolute start-2 top-2 z-50 -translate-y-20 rounded-control bg-text px-4 py-2.5 font-medium text-inverse focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="flex min-h-dvh">
        <Rail nav={loaderData.nav} />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar viewer={loaderData.viewer} unread={loaderData.unread} />
          <main
            id="content"
            tabIndex={-1}
            className={classNames(
              "mx-auto w-full flex-1 px-4 pb-24 outline-none sm:px-8 md:pb-14 lg:px-10",
              !isWide && "max-w-page",
            )}
          >
            <FlashNotice />
            <Outlet />
          </main>
        </div>
        <BottomBar nav={loaderData.nav} />
      </div>
      <CommandPalette nav={loaderData.nav} />
      <Toasts />
    </Toast.Provider>
  );
}
