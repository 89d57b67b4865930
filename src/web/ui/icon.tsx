import { classNames } from "#web/ui/class-names.ts";
import type { IconName } from "#web/ui/icons.ts";
import { icons } from "#web/ui/icons.ts";

export type { IconName } from "#web/ui/icons.ts";

/** A picture beside words, hidden from screen readers; where it stands alone its button carries the name. */
export function Icon({
  name,
  size = 16,
  className,
}: {
  name: IconName;
  size?: 16 | 20 | 24;
  className?: string;
}) {
  const Picture = icons[name];
  return <Picture size={size} strokeWidth={1.75} aria-hidden className={classNames("shrink-0", className)} />;
}

/** The icon of a name that comes from elsewhere (a module's manifest); a plain circle if it is unknown. */
export function iconNamed(name: string): IconName {
  return Object.hasOwn(icons, name) ? (name as IconName) : "circle";
}
