import { useCallback, useEffect, useState } from "react";
import { useFetcher, useNavigate } from "react-router";
import type { Drag } from "./use-move-handlers.ts";
import { useMoveHandlers } from "./use-move-handlers.ts";
import type { TimelineAddress } from "./timeline-address.ts";
import { writeAddress } from "./timeline-address.ts";
import type { Previewed, TimelineRow } from "./types.ts";
import { shiftDay } from "./words.ts";

interface MoveOptions {
  rows: readonly TimelineRow[];
  address: TimelineAddress;
  dayWidth: number;
  mayMove: boolean;
}

const PREVIEW_WAIT_MS = 160;

/** Asks the server what follows while a bar is on its way, once it rests for a moment. */
function useAnswer(drag: Drag | null, start: string | null) {
  const { load, data, state } = useFetcher<Previewed | null>();
  useEffect(() => {
    if (!drag || !start || drag.days === 0) return;
    const asked = new URLSearchParams({ select: drag.id, start });
    const wait = setTimeout(() => load(`/console/plan/timeline/preview?${asked}`), PREVIEW_WAIT_MS);
    return () => clearTimeout(wait);
  }, [drag, start, load]);
  return { answer: drag ? (data ?? null) : null, isAsking: state !== "idle" };
}

/**
 * Moving bars by pointer and by arrow keys. Dropping a bar (or Enter) puts the wish into the address, where it can be
 * looked at, sent or left. Escape leaves it.
 */
export function useMove({ rows, address, dayWidth, mayMove }: MoveOptions) {
  const navigate = useNavigate();
  const [drag, setDrag] = useState<Drag | null>(null);
  const startOf = useCallback(
    (id: string) => rows.find((row) => row.id === id && row.movable)?.startsOn ?? null,
    [rows],
  );
  const from = drag && startOf(drag.id);
  const start = drag && from ? shiftDay(from, drag.days) : null;
  const { answer, isAsking } = useAnswer(drag, start);
  const go = (to: Partial<TimelineAddress>) =>
    navigate(writeAddress({ ...address, start: undefined, ...to }), {
      preventScrollReset: true,
      replace: true,
    });
  const settle = () => {
    if (drag && start) go({ select: drag.id, ...(drag.days !== 0 && { start }) });
    setDrag(null);
  };
  const handlers = useMoveHandlers({
    drag,
    setDrag,
    settle,
    select: (id) => go({ select: id }),
    canMove: (id) => mayMove && startOf(id) !== null,
    dayWidth,
  });
  return { drag, start, answer, isAsking, handlers };
}
