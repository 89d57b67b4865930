import { Link, useLocation } from "react-router";
import { classNames } from "#web/ui/class-names.ts";

/** One view of the same thing, with its own address. */
export interface Tab {
  label: string;
  to: string;
  count?: number;
}

/** Views of one thing as links. A tab given by parameters (`?view=board`) is current when they all match. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const location = useLocation();
  const current = tabs.findLast((tab) => isCurrent(tab.to, location.pathname, location.search)) ?? tabs[0];
  return (
    <nav aria-label={label} className="mb-5 overflow-x-auto border-b border-line">
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              preventScrollReset
              aria-current={tab === current ? "page" : undefined}
              className={classNames(
                "-mb-px flex h-10 items-center gap-1.5 border-b-2 font-medium whitespace-nowrap touch:h-11",
                tab === current ? "border-text" : "border-transparent text-muted hover:text-text",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="text-12 text-muted tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isCurrent(to: string, pathname: string, search: string): boolean {
  const url = new URL(to, `http://page.invalid${pathname}`);
  const params = new URLSearchParams(search);
  return (
    url.pathname === pathname && [...url.searchParams].every(([name, value]) => params.get(name) === value)
  );
}
