import { useFormat } from "#web/format/use-format.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { SaveStanding } from "./answer-saver.ts";

/** Whether the answer is with the server. Said to screen readers only where something is wrong. */
export function SaveLine({ standing, savedAt }: { standing: SaveStanding; savedAt: string | null }) {
  const { instant } = useFormat();
  if (standing.kind === "failed")
    return (
      <p role="alert" className="flex gap-2 text-14 font-medium text-caution">
        <Icon name="triangle-alert" className="mt-0.5" />
        {standing.words}
      </p>
    );
  const at = standing.kind === "saved" ? standing.at : savedAt;
  const words = standing.kind === "saving" ? "Saving" : at ? `Saved ${instant(at)}` : "Not answered yet";
  return <p className="text-14 text-muted tabular-nums">{words}</p>;
}
