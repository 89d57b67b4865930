import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { Link } from "react-router";
import type { IconName } from "#web/ui/icon.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { menuItemClass, menuPopupClass } from "#web/ui/menu-class.ts";

/** One entry of a menu: goes somewhere (`to`) or does something (`onSelect`). */
export interface MenuEntry {
  label: string;
  icon?: IconName;
  to?: string;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
}

/** Actions behind a button. Needs scripts; whatever is only here must also be reachable on a page. */
export function Menu({ trigger, entries }: { trigger: ReactElement; entries: readonly MenuEntry[] }) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal role="region" aria-label="Menu">
        <BaseMenu.Positioner sideOffset={6} align="end" className="z-40">
          <BaseMenu.Popup className={menuPopupClass}>
            {entries.map((entry) => (
              <BaseMenu.Item
                key={entry.label}
                disabled={entry.disabled}
                onClick={entry.onSelect}
                render={entry.to ? <Link to={entry.to} /> : undefined}
                className={classNames(menuItemClass, entry.danger && "text-critical")}
              >
                {entry.icon && <Icon name={entry.icon} />}
                {entry.label as ReactNode}
              </BaseMenu.Item>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
