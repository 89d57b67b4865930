/** How many of a course's students completed a lesson, and how many opened it: one bar in the other. */
export function ShareBar({
  label,
  completed,
  opened,
  of,
}: {
  label: string;
  completed: number;
  opened: number;
  of: number;
}) {
  const share = (count: number) => `${of > 0 ? ((100 * Math.min(count, of)) / of).toFixed(2) : 0}%`;
  const percent = of > 0 ? Math.round((100 * completed) / of) : 0;
  return (
    <div className="flex min-w-32 items-center gap-3">
      <svg
        className="block h-2 w-full rounded-full rtl:-scale-x-100"
        role="img"
        aria-label={`${label}: opened by ${opened}, completed by ${completed} of ${of}`}
      >
        <rect width="100%" height="100%" className="fill-pressed" />
        <rect width={share(opened)} height="100%" className="fill-accent opacity-30" />
        <rect width={share(completed)} height="100%" className="fill-accent" />
      </svg>
      <span className="w-11 shrink-0 text-end text-13 tabular-nums">{percent} %</span>
    </div>
  );
}
