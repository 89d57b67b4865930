import { useEffect } from "react";
import type { OutlineItem } from "#modules/academy/contract/learning.ts";

/** So many of the lessons that come next are kept on the device. */
const AHEAD = 5;

/** Rules whose lessons can be met without a connection; the others need the server. */
const WITHOUT_SERVER = new Set<string>(["read", "confirm"]);

/** Keeps the next text lessons on the device, so that they can be read without a connection. */
export function useOffline(course: string, lessons: readonly OutlineItem[]) {
  const next = lessons
    .filter(
      ({ isOpen, completedAt, completion }) => isOpen && !completedAt && WITHOUT_SERVER.has(completion.rule),
    )
    .slice(0, AHEAD)
    .map(({ slug }) => `/learn/${course}/lessons/${slug}`)
    .join(" ");
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    void navigator.serviceWorker
      .register("/learn-worker.js", { scope: "/learn" })
      .then(() => navigator.serviceWorker.ready)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      .then(({ active }) => active?.postMessage({ keep: next.split(" ").filter(Boolean) }))
      // Where the browser keeps nothing (a private window), lessons are read from the server alone.
      .catch(() => {});
  }, [next]);
}
