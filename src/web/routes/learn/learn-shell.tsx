import type { z } from "zod";
import type { MiddlewareFunction } from "react-router";
import { Link, NavLink, Outlet, redirect, useParams } from "react-router";
import type { Storefront } from "#modules/billing/contract/storefront.ts";
import { pageContext } from "#web/context.ts";
import { signInPath } from "#web/problem-middleware.ts";
import { FlashNotice } from "#web/shell/flash-notice.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Logo } from "#web/ui/logo.tsx";
import type { Route } from "./+types/learn-shell.ts";

const needViewer: MiddlewareFunction<Response> = ({ context, request }, next) => {
  if (!context.get(pageContext).viewer) throw redirect(signInPath(request.url));
  return next();
};
export const middleware = [needViewer];

export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: "/brand.css" }];

export async function loader({ context }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { brand } = await call<z.output<typeof Storefront>>("billing.get_storefront");
  return { company: brand.name };
}

/** The frame of everything a student sees. */
export default function LearnShell({ loaderData: { company } }: Route.ComponentProps) {
  return (
    <div className="comfortable flex min-h-dvh flex-col text-16">
      <a
        href="#content"
        className="absolute start-2 top-2 z-50 -translate-y-20 rounded-control bg-text px-4 py-2.5 font-medium text-inverse focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="border-b border-line" data-screen-only>
        <div className="mx-auto flex h-16 max-w-[1280px] items-center gap-x-4 px-4 sm:px-8">
          <Link to="/learn" className="flex min-w-0 items-center gap-2.5 py-2.5 font-bold tracking-[-0.01em]">
            <Logo />
            <span className="truncate" dir="auto">
              {company}
            </span>
          </Link>
          <nav aria-label="Learning" className="ms-auto flex shrink-0 items-center">
            <HeaderLink to="/learn">Courses</HeaderLink>
            <HeaderLink to="/account">Account</HeaderLink>
          </nav>
        </div>
        <CourseNav />
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-24 outline-none sm:px-8"
      >
        <FlashNotice />
        <Outlet />
      </main>
    </div>
  );
}

function HeaderLink({ to, children }: { to: string; children: string }) {
  return (
    <NavLink
      to={to}
      end
      className={({ isActive }) =>
        classNames(
          "flex h-11 items-center rounded-control px-3 text-14 font-medium",
          isActive ? "text-text" : "text-muted hover:text-text",
        )
      }
    >
      {children}
    </NavLink>
  );
}

/** What stands beside the lessons of the course one is in. */
function CourseNav() {
  const { course, lesson } = useParams();
  if (!course) return null;
  const entries = [
    { to: `/learn/${course}`, label: "Outline" },
    ...(lesson ? [{ to: `/learn/${course}/lessons/${lesson}/discussion`, label: "Discussion" }] : []),
    { to: `/learn/${course}/announcements`, label: "Announcements" },
    { to: `/learn/${course}/questions${lesson ? `?lesson=${lesson}` : ""}`, label: "Questions" },
  ];
  return (
    <nav aria-label="Course" className="mx-auto max-w-[1280px] overflow-x-auto px-1 sm:px-5">
      <ul className="flex">
        {entries.map(({ to, label }) => (
          <li key={label}>
            <HeaderLink to={to}>{label}</HeaderLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
