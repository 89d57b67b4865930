import { Link, useLocation } from "react-router";
import type { NavItem } from "#web/context.ts";
import { currentHref, currentItem, splitNav } from "#web/shell/current-nav.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon, iconNamed } from "#web/ui/icon.tsx";

interface RailNavProps {
  nav: readonly NavItem[];
  label: string;
  /** Shows the children of every entry, not only of the current one. */
  expanded?: boolean;
  /** Icons only. */
  narrow?: boolean;
}

/** The console's pages. */
export function RailNav({ nav, label, expanded, narrow }: RailNavProps) {
  const { pathname } = useLocation();
  const current = currentItem(nav, pathname);
  const { main, foot } = splitNav(nav);
  const list = (items: NavItem[]) => (
    <ul className="space-y-px">
      {items.map((item) => (
        <RailItem
          key={item.href}
          item={item}
          isCurrent={item === current}
          expanded={expanded}
          narrow={narrow}
        />
      ))}
    </ul>
  );
  return (
    <nav aria-label={label} className="flex flex-1 flex-col gap-4">
      {list(main)}
      {foot.length > 0 && <div className="mt-auto">{list(foot)}</div>}
    </nav>
  );
}

interface RailItemProps {
  item: NavItem;
  isCurrent: boolean;
  expanded?: boolean;
  narrow?: boolean;
}

function RailItem({ item, isCurrent, expanded, narrow }: RailItemProps) {
  const { pathname } = useLocation();
  const children = item.children ?? [];
  const isOpen = !narrow && children.length > 0 && (expanded || isCurrent);
  const exact = currentHref([item.href, ...children.map(({ href }) => href)], pathname);
  return (
    <li>
      <Link
        to={item.href}
        aria-current={isCurrent && exact === item.href ? "page" : undefined}
        title={narrow ? item.label : undefined}
        className={classNames(
          "flex h-[34px] items-center gap-2.5 rounded-control px-2 font-medium transition-colors touch:h-11",
          isCurrent ? "text-text" : "text-muted hover:bg-hover hover:text-text",
          isCurrent && !isOpen && "bg-hover",
          narrow && "justify-center",
        )}
      >
        <Icon name={iconNamed(item.icon)} />
        <span className={narrow ? "sr-only" : "truncate"}>{item.label}</span>
        {item.badge ? (
          <span className={classNames("ms-auto text-12 tabular-nums", narrow && "sr-only")}>
            {item.badge}
            <span className="sr-only"> waiting</span>
          </span>
        ) : null}
      </Link>
      {isOpen && (
        <ul className="my-0.5 ms-[15px] space-y-px border-s border-line ps-[9px]">
          {children.map((child) => (
            <li key={child.href}>
              <Link
                to={child.href}
                aria-current={exact === child.href ? "page" : undefined}
                className={classNames(
                  "flex h-8 items-center rounded-control px-2 text-13 transition-colors touch:h-11",
                  exact === child.href && isCurrent
                    ? "bg-hover font-medium text-text"
                    : "text-muted hover:bg-hover hover:text-text",
                )}
              >
                <span className="truncate">{child.label}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
