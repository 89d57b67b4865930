/** The ground of everything that floats above the page. */
export const floatClass =
  "rounded-card bg-raised shadow-float outline-none transition-[opacity,translate] data-starting-style:-translate-y-1 data-starting-style:opacity-0 data-ending-style:opacity-0";

/** A list of actions. */
export const menuPopupClass = `${floatClass} max-h-(--available-height) min-w-52 max-w-80 overflow-y-auto p-1.5`;

/** One action in it. */
export const menuItemClass =
  "flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-control px-2.5 text-start outline-none select-none data-highlighted:bg-hover data-disabled:opacity-50 touch:min-h-11";
