import { useHydrated } from "#web/ui/use-hydrated.ts";

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** How fast a recording plays. The browser's own controls have this too, but not in every browser. */
export function SpeedSelect({ media }: { media: () => HTMLMediaElement | null }) {
  if (!useHydrated()) return null;
  return (
    <label className="flex items-center gap-2 text-13 text-muted">
      Speed
      <select
        defaultValue={1}
        className="h-8 rounded-control border border-control bg-surface px-2 text-13 text-text touch:h-11 touch:text-16"
        onChange={(event) => {
          const player = media();
          if (player) player.playbackRate = Number(event.target.value);
        }}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {speed} ×
          </option>
        ))}
      </select>
    </label>
  );
}
