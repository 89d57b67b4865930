import { Link } from "react-router";
import { openPalette } from "#web/shell/palette-state.ts";
import { Icon } from "#web/ui/icon.tsx";

/** Opens the palette; without scripts a link to the search page. */
export function SearchButton() {
  return (
    <Link
      to="/console/search"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        openPalette();
      }}
      className="flex h-9 items-center gap-2 rounded-control text-13 text-muted transition-colors hover:text-text max-sm:size-11 max-sm:justify-center sm:w-56 sm:border sm:border-control/60 sm:bg-surface sm:ps-2.5 sm:pe-1.5 touch:h-11"
    >
      <Icon name="search" />
      <span className="max-sm:sr-only">Search or jump to</span>
      <kbd
        aria-hidden
        className="ms-auto rounded-mark border border-line px-1.5 font-sans text-[11px] leading-4.5 max-sm:hidden pointer-coarse:hidden"
      >
        Ctrl K
      </kbd>
    </Link>
  );
}
