import { classNames } from "#web/ui/class-names.ts";

/** Lines that hold the place of text that is coming, as tall as the text will be. */
export function Skeleton({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div role="status" className="space-y-2.5 py-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          className={classNames(
            "h-4 animate-pulse rounded-mark bg-hover",
            line === lines - 1 && lines > 1 ? "w-3/5" : "w-full",
          )}
        />
      ))}
    </div>
  );
}
