import type { z } from "zod";
import type { ReactNode } from "react";
import { Link, Outlet } from "react-router";
import type { Storefront } from "#modules/billing/contract/storefront.ts";
import { pageContext } from "#web/context.ts";
import { FlashNotice } from "#web/shell/flash-notice.tsx";
import { Logo } from "#web/ui/logo.tsx";
import type { Route } from "./+types/shop-layout.ts";

/** Public pages are plain HTML: nothing to download, nothing that breaks. */
export const handle = { scripts: false };

export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: "/brand.css" }];

export async function loader({ context }: Route.LoaderArgs) {
  const { call, viewer } = context.get(pageContext);
  const { seller, brand } = await call<z.output<typeof Storefront>>("billing.get_storefront");
  const { legalName, email } = seller;
  return { name: brand.name, legalName, email, isSignedIn: viewer !== null };
}

export default function ShopLayout({ loaderData }: Route.ComponentProps) {
  const { name, legalName, email, isSignedIn } = loaderData;
  return (
    <div className="comfortable flex min-h-dvh flex-col text-16">
      <a
        href="#content"
        className="absolute start-2 top-2 z-50 -translate-y-20 rounded-control bg-text px-4 py-2.5 font-medium text-inverse focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="border-b border-line">
        <div className="mx-auto flex h-16 max-w-[1120px] items-center gap-x-6 px-4 max-sm:gap-x-1 sm:px-8">
          <Link to="/" className="flex min-w-0 items-center gap-2.5 py-2.5 font-bold tracking-[-0.01em]">
            <Logo />
            <span className="truncate" dir="auto">
              {name}
            </span>
          </Link>
          <nav aria-label="Main" className="ms-auto flex shrink-0 items-center">
            <HeaderLink to="/courses">Courses</HeaderLink>
            <HeaderLink to="/pricing">Prices</HeaderLink>
            {isSignedIn ? (
              <HeaderLink to="/account">Account</HeaderLink>
            ) : (
              <HeaderLink to="/sign-in?next=%2Faccount">Sign in</HeaderLink>
            )}
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        <div className="mx-auto max-w-[1120px] px-4 sm:px-8">
          <FlashNotice />
        </div>
        <Outlet />
      </main>
      <footer className="mt-24 border-t border-line text-14 text-muted">
        <div className="mx-auto flex max-w-[1120px] flex-wrap items-center gap-x-6 px-4 py-6 sm:px-8">
          <p className="me-auto py-2.5" dir="auto">
            {legalName}
          </p>
          <FooterLink to="/terms">Conditions of sale</FooterLink>
          <FooterLink to="/imprint">Imprint</FooterLink>
          {email && (
            <a href={`mailto:${email}`} className="py-2.5 hover:text-text hover:underline">
              {email}
            </a>
          )}
        </div>
      </footer>
    </div>
  );
}

const HeaderLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link
    to={to}
    className="rounded-control px-3 py-2.5 font-medium text-muted hover:text-text max-sm:px-1.5 max-sm:text-13"
  >
    {children}
  </Link>
);

const FooterLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link to={to} className="py-2.5 hover:text-text hover:underline">
    {children}
  </Link>
);
