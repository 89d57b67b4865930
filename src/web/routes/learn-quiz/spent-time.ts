/** Counts how long a page is in view, in milliseconds; taking it begins anew. */
export function createSpentTime(page: Document, now: () => number) {
  let total = 0;
  let since = now();
  const look = () => {
    // Called after the page was hidden, or shown again: what went before was the other.
    if (page.hidden) total += now() - since;
    since = now();
  };
  page.addEventListener("visibilitychange", look);
  return {
    take: (): number => {
      const spent = total + (page.hidden ? 0 : now() - since);
      total = 0;
      since = now();
      return Math.round(spent);
    },
    stop: () => page.removeEventListener("visibilitychange", look),
  };
}
