import { useState } from "react";
import { Link, useLocation } from "react-router";
import type { NavItem } from "#web/context.ts";
import { currentItem } from "#web/shell/current-nav.ts";
import { RailNav } from "#web/shell/rail-nav.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon, iconNamed } from "#web/ui/icon.tsx";
import { Sheet } from "#web/ui/sheet.tsx";

const SHOWN = 4;

const cell = "flex h-14 flex-col items-center justify-center gap-1 px-1 text-12 font-medium";

/** The console's first four pages at the thumb, and the way to all others. */
export function BottomBar({ nav }: { nav: readonly NavItem[] }) {
  const { pathname, key } = useLocation();
  // Remembers for which page the sheet was opened, so that going anywhere closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const current = currentItem(nav, pathname);
  const shown = nav.slice(0, SHOWN);
  const isElsewhere = current !== null && !shown.includes(current);
  return (
    <nav
      aria-label="Main"
      data-screen-only
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-5">
        {shown.map((item) => (
          <li key={item.href}>
            <Link
              to={item.href}
              aria-current={item === current ? "page" : undefined}
              className={classNames(cell, item === current ? "text-text" : "text-muted")}
            >
              <Icon name={iconNamed(item.icon)} size={20} />
              <span className="max-w-full truncate">{item.label}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link
            to="/console/menu"
            onClick={(event) => {
              event.preventDefault();
              setOpenAt(key);
            }}
            className={classNames(cell, isElsewhere ? "text-text" : "text-muted")}
          >
            <Icon name="menu" size={20} />
            More
          </Link>
        </li>
      </ul>
      <Sheet title="Menu" open={openAt === key} onOpenChange={(open) => setOpenAt(open ? key : null)}>
        <RailNav nav={nav} label="All pages" expanded />
      </Sheet>
    </nav>
  );
}
