import type { z } from "zod";
import { Link, NavLink, Outlet } from "react-router";
import type { Storefront } from "#modules/billing/contract/storefront.ts";
import { pageContext } from "#web/context.ts";
import { FlashNotice } from "#web/shell/flash-notice.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Logo } from "#web/ui/logo.tsx";
import type { Route } from "./+types/portal-shell.ts";
import { type Account, openPortal, portalContext } from "./portal-context.ts";
import { usePortal } from "./use-portal.ts";

export const middleware = [openPortal];

export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: "/brand.css" }];

export const handle: RouteHandle = {
  notices: {
    joined: "You belong to this account now.",
    email_verified: "The address counts as yours now.",
  },
};

/** What pages below may know without asking again. */
export interface PortalData {
  accounts: Account[];
  account: Account | null;
  company: string;
  viewer: { name: string; email: string };
}

export async function loader({ context }: Route.LoaderArgs): Promise<PortalData> {
  const { viewer, call } = context.get(pageContext);
  const { brand } = await call<z.output<typeof Storefront>>("billing.get_storefront");
  return {
    ...context.get(portalContext),
    company: brand.name,
    viewer: { name: viewer?.name ?? "", email: viewer?.email ?? "" },
  };
}

/** The frame of a customer's own pages. */
export default function PortalShell({ loaderData: { company } }: Route.ComponentProps) {
  return (
    <div className="comfortable flex min-h-dvh flex-col text-16">
      <a
        href="#content"
        className="absolute start-2 top-2 z-50 -translate-y-20 rounded-control bg-text px-4 py-2.5 font-medium text-inverse focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="border-b border-line" data-screen-only>
        <div className="mx-auto flex h-16 max-w-[1024px] items-center gap-x-4 px-4 sm:px-8">
          <Link
            to="/account"
            className="flex min-w-0 items-center gap-2.5 py-2.5 font-bold tracking-[-0.01em]"
          >
            <Logo />
            <span className="truncate" dir="auto">
              {company}
            </span>
          </Link>
          <div className="ms-auto flex shrink-0 items-center">
            <AccountSwitch />
            <Link to="/sign-out" className="rounded-control px-3 py-2.5 text-14 text-muted hover:text-text">
              Sign out
            </Link>
          </div>
        </div>
        <Nav />
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1024px] flex-1 px-4 pb-24 outline-none sm:px-8"
      >
        <FlashNotice />
        <Outlet />
      </main>
    </div>
  );
}

/** Of several accounts the one that is looked at; opens without scripts. */
function AccountSwitch() {
  const { accounts, account } = usePortal();
  if (accounts.length < 2 || !account) return null;
  return (
    <details className="group relative">
      <summary className="flex h-11 max-w-44 items-center gap-1.5 rounded-control px-3 text-14 font-medium hover:bg-hover">
        <span className="truncate" dir="auto">
          {account.name}
        </span>
        <Icon name="chevron-down" className="text-muted" />
      </summary>
      <ul className="absolute end-0 z-40 mt-1 w-64 rounded-card bg-raised p-1.5 shadow-float">
        {accounts.map(({ accountId, name }) => (
          <li key={accountId}>
            <Link
              to={`/account?account=${accountId}`}
              aria-current={accountId === account.accountId ? "true" : undefined}
              dir="auto"
              className={classNames(
                "block truncate rounded-control px-3 py-2.5 text-14 hover:bg-hover",
                accountId === account.accountId && "font-semibold",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Nav() {
  const { account, path } = usePortal();
  const entries = [
    { to: "/account", label: "Overview" },
    ...(account?.canBuy
      ? [
          { to: "/account/invoices", label: "Invoices" },
          { to: "/account/payment-methods", label: "Payment" },
        ]
      : []),
    ...(account
      ? [
          { to: "/account/courses", label: "Courses" },
          { to: "/account/usage", label: "Usage" },
          { to: "/account/members", label: "Members" },
        ]
      : []),
    { to: "/account/profile", label: "Settings" },
  ];
  return (
    <nav aria-label="Account" className="mx-auto max-w-[1024px] overflow-x-auto px-1 sm:px-5">
      <ul className="flex">
        {entries.map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={path(to)}
              end={to === "/account"}
              className={({ isActive }) =>
                classNames(
                  "-mb-px flex h-11 items-center border-b-2 px-3 text-14 font-medium whitespace-nowrap",
                  isActive ? "border-accent text-text" : "border-transparent text-muted hover:text-text",
                )
              }
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
