/** The look of everything a person types into or chooses from. 16 px on touch, or a phone zooms in. */
export const controlClass =
  "block w-full rounded-control border border-control bg-surface px-3 text-14 text-text transition-colors " +
  "hover:border-text/60 aria-invalid:border-critical disabled:bg-hover disabled:opacity-60 touch:text-16";

/** Height of a one-line control: 36 px for a pointer, 44 px for a finger. */
export const controlHeight = "h-9 touch:h-11";
