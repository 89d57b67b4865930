import type { KeyboardEvent, MouseEvent, PointerEvent } from "react";
import { useRef } from "react";

/** A bar on its way: which, and by how many days. */
export interface Drag {
  id: string;
  days: number;
}

interface Moving {
  drag: Drag | null;
  setDrag: (drag: Drag | null) => void;
  settle: () => void;
  select: (id: string) => void;
  canMove: (id: string) => boolean;
  dayWidth: number;
}

/** A bar must be pulled so far before it moves, so that a click stays a click. */
const THRESHOLD = 4;

/** The bar that an event happened on. */
function barOf(event: { target: EventTarget }): string | null {
  const bar = event.target instanceof Element ? event.target.closest("[data-bar]") : null;
  return bar?.getAttribute("data-bar") ?? null;
}

// A native drag of the link would swallow the pointer.
const onDragStart = (event: { preventDefault: () => void }) => event.preventDefault();

/** What the chart listens to, for all bars at once. */
export function useMoveHandlers(moving: Moving) {
  const pointer = usePointerHandlers(moving);
  return { ...pointer, onKeyDown: keyHandler(moving), onDragStart };
}

function usePointerHandlers({ drag, setDrag, settle, select, canMove, dayWidth }: Moving) {
  const grip = useRef<{ id: string; x: number; moved: boolean } | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      const id = barOf(event);
      if (id && event.button === 0 && canMove(id)) grip.current = { id, x: event.clientX, moved: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const held = grip.current;
      if (!held) return;
      const pulled = event.clientX - held.x;
      if (!held.moved && Math.abs(pulled) < THRESHOLD) return;
      held.moved = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      const days = Math.round(pulled / dayWidth);
      if (drag?.id !== held.id || drag.days !== days) setDrag({ id: held.id, days });
    },
    onPointerUp: () => {
      if (grip.current?.moved) settle();
      grip.current = null;
    },
    onPointerCancel: () => {
      grip.current = null;
      setDrag(null);
    },
    onClick: (event: MouseEvent) => {
      const id = barOf(event);
      if (!id || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      // The browser clicks the bar on Enter too, which has settled the move by then.
      if (!drag) select(id);
    },
  };
}

function keyHandler({ drag, setDrag, settle, canMove }: Moving) {
  return (event: KeyboardEvent) => {
    const id = barOf(event);
    if (!id || !canMove(id)) return;
    const step = event.shiftKey ? 7 : 1;
    const days = drag?.id === id ? drag.days : 0;
    if (event.key === "ArrowRight") setDrag({ id, days: days + step });
    else if (event.key === "ArrowLeft") setDrag({ id, days: days - step });
    else if (event.key === "Escape" && drag) setDrag(null);
    else if (event.key === "Enter" && drag) settle();
    else return;
    event.preventDefault();
  };
}
