/** How long something took or lasts, in its two largest units: `45 ms`, `3.2 s`, `4 min 10 s`, `2 h 5 min`, `3 d`. */
export function formatDuration(milliseconds: number): string {
  const size = Math.max(0, milliseconds);
  if (size < 1_000) return `${Math.round(size)} ms`;
  if (size < 10_000) return `${Math.round(size / 100) / 10} s`;
  const seconds = Math.round(size / 1_000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return pair(seconds, ["min", "s"]);
  const minutes = Math.round(seconds / 60);
  if (minutes < 48 * 60) return pair(minutes, ["h", "min"]);
  return `${Math.round(minutes / 1_440)} d`;
}

function pair(size: number, [large, small]: [string, string]): string {
  const rest = size % 60;
  return rest === 0 ? `${size / 60} ${large}` : `${Math.floor(size / 60)} ${large} ${rest} ${small}`;
}
