import { Link } from "react-router";
import { Icon } from "#web/ui/icon.tsx";

/** One step of the way to this page; the last has no address. */
export interface Crumb {
  label: string;
  to?: string;
}

/** The way to this page; on a phone only the step before and the page itself. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1 text-13">
        {crumbs.map(({ label, to }, index) => {
          const isLast = index === crumbs.length - 1;
          return (
            <li
              key={`${label}-${to}`}
              className={isLast ? "min-w-0" : "flex shrink-0 items-center gap-1 max-sm:not-nth-last-2:hidden"}
            >
              {to && !isLast ? (
                <Link
                  to={to}
                  className="max-w-48 truncate rounded-mark py-1 text-muted hover:text-text touch:py-3"
                >
                  {label}
                </Link>
              ) : (
                <span aria-current={isLast ? "page" : undefined} className="block truncate font-medium">
                  {label}
                </span>
              )}
              {!isLast && <Icon name="chevron-right" className="text-muted rtl:rotate-180" />}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
