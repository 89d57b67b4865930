const OPEN = "cairn:open-palette";

/** Asks the palette to open, from wherever a button for it stands. */
export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN));
}

/** Calls back when somebody asks for the palette; returns how to stop listening. */
export function onOpenPalette(open: () => void): () => void {
  window.addEventListener(OPEN, open);
  return () => window.removeEventListener(OPEN, open);
}
