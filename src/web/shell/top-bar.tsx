import { Link } from "react-router";
import { PersonMenu } from "#web/shell/person-menu.tsx";
import { SearchButton } from "#web/shell/search-button.tsx";
import { useCrumbs } from "#web/shell/use-crumbs.ts";
import type { ShellData } from "#web/shell/use-shell.ts";
import { Breadcrumb } from "#web/ui/breadcrumb.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { iconButtonClass } from "#web/ui/icon-button.tsx";

/** Where one is, search, what is new, and who one is. */
export function TopBar({ viewer, unread }: { viewer: ShellData["viewer"]; unread: number }) {
  return (
    <header
      data-screen-only
      className="mx-auto flex h-14 w-full max-w-page shrink-0 items-center gap-1.5 px-4 sm:px-8 lg:px-10"
    >
      <div className="min-w-0 flex-1">
        <Breadcrumb crumbs={useCrumbs()} />
      </div>
      <SearchButton />
      <Link
        to="/console/notifications"
        aria-label={unread > 0 ? `Notifications, ${unread} unread` : "Notifications"}
        className={`${iconButtonClass} relative`}
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span className="absolute end-0.5 top-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[11px] leading-4 font-medium text-inverse tabular-nums">
            {unread > 99 ? "99+" : unread}
          </span>
        )}
      </Link>
      <PersonMenu viewer={viewer} />
    </header>
  );
}
