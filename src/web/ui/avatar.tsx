import { classNames } from "#web/ui/class-names.ts";
import { initials } from "#web/ui/initials.ts";

/** A person's initials; always beside or inside something that says the name. */
export function Avatar({ name, size = "normal" }: { name: string; size?: "small" | "normal" | "large" }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-full bg-pressed font-medium text-text select-none",
        size === "small" && "size-6 text-12",
        size === "normal" && "size-7 text-12",
        size === "large" && "size-10 text-14",
      )}
    >
      {initials(name)}
    </span>
  );
}
