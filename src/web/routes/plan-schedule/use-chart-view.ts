import type { RefObject } from "react";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { dateOfDay, dayNumber } from "#web/format/local-date.ts";
import { useHydrated } from "#web/ui/use-hydrated.ts";
import type { Scale } from "./scale.ts";
import { ZOOMS } from "./scale.ts";
import type { TimelineAddress } from "./timeline-address.ts";
import { writeAddress } from "./timeline-address.ts";

/** Part of the view that lies before the day that is kept in place. */
const BEFORE = 140;

/**
 * Where the chart is looked at: at first one day, after a change of zoom the day that was there before; Ctrl and the
 * wheel change the zoom.
 */
export function useChartView(
  box: RefObject<HTMLDivElement | null>,
  { scale, first, address }: { scale: Scale; first: string; address: TimelineAddress },
): void {
  const navigate = useNavigate();
  const isHydrated = useHydrated();
  const kept = useRef<{ on: string; x: number } | null>(null);

  useLayoutEffect(() => {
    const chart = box.current;
    if (!chart || !isHydrated) return;
    const place = kept.current ?? { on: first, x: BEFORE };
    chart.scrollTo({ left: Math.max(0, scale.x(place.on) - place.x) });
    const keep = () => {
      const day = dayNumber(scale.ticks[0]?.on ?? first) + (chart.scrollLeft + BEFORE) / scale.dayWidth;
      kept.current = { on: dateOfDay(Math.floor(day)), x: BEFORE };
    };
    chart.addEventListener("scroll", keep, { passive: true });
    return () => chart.removeEventListener("scroll", keep);
  }, [box, scale, first, isHydrated]);

  useEffect(() => {
    const chart = box.current;
    if (!chart) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const zoom = ZOOMS[ZOOMS.indexOf(address.zoom) + Math.sign(event.deltaY)];
      if (zoom) navigate(writeAddress({ ...address, zoom }), { preventScrollReset: true, replace: true });
    };
    chart.addEventListener("wheel", onWheel, { passive: false });
    return () => chart.removeEventListener("wheel", onWheel);
  }, [box, address, navigate]);
}
