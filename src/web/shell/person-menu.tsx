import { Menu } from "@base-ui/react/menu";
import type { ReactElement } from "react";
import { Link, useFetcher, useRouteLoaderData } from "react-router";
import { Back } from "#web/shell/rail.tsx";
import type { ShellData } from "#web/shell/use-shell.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { classNames } from "#web/ui/class-names.ts";
import type { IconName } from "#web/ui/icon.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { iconButtonClass } from "#web/ui/icon-button.tsx";
import { menuItemClass, menuPopupClass } from "#web/ui/menu-class.ts";
import { useHydrated } from "#web/ui/use-hydrated.ts";

const themes: { value: "system" | "light" | "dark"; label: string; icon: IconName }[] = [
  { value: "system", label: "As the system", icon: "monitor" },
  { value: "light", label: "Light", icon: "sun" },
  { value: "dark", label: "Dark", icon: "moon" },
];

// Its picture ends where the page ends, though its target is larger.
const buttonClass = classNames(iconButtonClass, "-me-1 touch:-me-2");

/** Profile, theme, sign out. Before scripts run it is a link to the profile, which holds the same. */
export function PersonMenu({ viewer }: { viewer: ShellData["viewer"] }) {
  const hydrated = useHydrated();
  if (!hydrated) {
    return (
      <Link to="/console/profile" className={buttonClass}>
        <Avatar name={viewer.name} />
        <span className="sr-only">Profile of {viewer.name}</span>
      </Link>
    );
  }
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonClass}>
        <Avatar name={viewer.name} />
        <span className="sr-only">Menu of {viewer.name}</span>
      </Menu.Trigger>
      <Menu.Portal role="region" aria-label="Menu">
        <Menu.Positioner sideOffset={6} align="end" className="z-40">
          <Menu.Popup className={menuPopupClass}>
            <PersonMenuItems viewer={viewer} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function PersonMenuItems({ viewer }: { viewer: ShellData["viewer"] }): ReactElement {
  const root = useRouteLoaderData<{ theme: string; csrf: string }>("root");
  const fetcher = useFetcher();
  const chosen = fetcher.formData?.get("theme") ?? root?.theme;
  const send = (action: string, fields: Record<string, string>) =>
    fetcher.submit(
      { csrf: root?.csrf ?? "", back: location.pathname + location.search, ...fields },
      { method: "post", action, preventScrollReset: true },
    );
  return (
    <>
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="truncate font-medium">{viewer.name}</p>
        <p className="truncate text-13 text-muted">{viewer.email}</p>
      </div>
      <hr className="my-1 border-line" />
      <Menu.Item render={<Link to="/console/profile" />} className={menuItemClass}>
        <Icon name="user-round" /> Profile and security
      </Menu.Item>
      <hr className="my-1 border-line" />
      <Menu.RadioGroup value={chosen} onValueChange={(theme: string) => send("/preferences", { theme })}>
        {themes.map(({ value, label, icon }) => (
          <Menu.RadioItem key={value} value={value} className={menuItemClass}>
            <Icon name={icon} /> {label}
            <Menu.RadioItemIndicator className="ms-auto">
              <Icon name="check" />
            </Menu.RadioItemIndicator>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <hr className="my-1 border-line" />
      <Menu.Item className={menuItemClass} onClick={() => send("/sign-out", {})}>
        <Icon name="log-out" /> Sign out
      </Menu.Item>
    </>
  );
}

/** The same choice of theme as a plain form, for the profile page. */
export function ThemeForm() {
  const root = useRouteLoaderData<{ theme: string; csrf: string }>("root");
  const fetcher = useFetcher();
  const chosen = fetcher.formData?.get("theme") ?? root?.theme;
  return (
    <fetcher.Form method="post" action="/preferences" className="flex flex-wrap gap-2">
      <input type="hidden" name="csrf" value={root?.csrf ?? ""} />
      <Back />
      {themes.map(({ value, label, icon }) => (
        <button
          key={value}
          name="theme"
          value={value}
          aria-pressed={chosen === value}
          className={classNames(
            "inline-flex h-9 items-center gap-2 rounded-control border px-3.5 font-medium touch:h-11",
            chosen === value
              ? "border-text bg-hover"
              : "border-control/60 bg-surface text-muted hover:text-text",
          )}
        >
          <Icon name={icon} /> {label}
        </button>
      ))}
    </fetcher.Form>
  );
}
