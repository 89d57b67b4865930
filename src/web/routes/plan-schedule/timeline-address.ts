import type { Zoom } from "./scale.ts";
import { ZOOMS } from "./scale.ts";

/** What the address of the timeline says: zoom, what is open, what is selected and where it would start. */
export interface TimelineAddress {
  zoom: Zoom;
  /** Left out: the server opens the current phase. */
  open?: string[];
  select?: string;
  start?: string;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Reads an address; what is not understood is left out. */
export function readAddress(url: string): TimelineAddress {
  const { searchParams } = new URL(url);
  const open = searchParams.get("open");
  const select = searchParams.get("select") ?? "";
  const start = searchParams.get("start") ?? "";
  return {
    zoom: ZOOMS.find((zoom) => zoom === searchParams.get("zoom")) ?? "month",
    ...(open !== null && {
      open: open
        .split(",")
        .filter((id) => ID.test(id))
        .slice(0, 100),
    }),
    ...(ID.test(select) && { select }),
    ...(ID.test(select) && DAY.test(start) && { start }),
  };
}

/** Writes an address; the shortest that says the same. */
export function writeAddress({ zoom, open, select, start }: TimelineAddress): string {
  const params = new URLSearchParams();
  if (zoom !== "month") params.set("zoom", zoom);
  if (open) params.set("open", open.join(","));
  if (select) params.set("select", select);
  if (select && start) params.set("start", start);
  const search = params.toString().replaceAll("%2C", ",");
  return search ? `/console/plan/timeline?${search}` : "/console/plan/timeline";
}
