import type { z } from "zod";
import type { GradeChangeEntry } from "#modules/academy/contract/marking.ts";
import { Moment } from "#web/ui/time.tsx";
import { percentOf } from "./standing.tsx";

type Entry = z.output<typeof GradeChangeEntry>;

const WORDS: Record<string, string> = {
  handed_in: "Handed in",
  withdrawn: "Taken back by the student",
  claimed: "Taken to mark",
  given_back: "Put back into the queue",
  reading: "Mark drafted",
  marked: "Marked",
  agreed: "Mark agreed",
  released: "Released",
  reopened: "Reopened",
  returned: "Given back to be done again",
  overridden: "Grade set by hand",
  override_withdrawn: "Earned grade counts again",
  weights: "Weights set",
};

const numberIn = (facts: Entry["after"], name: string): number | null => {
  const value = facts?.[name];
  return typeof value === "number" ? value : null;
};

/** From what to what, where there is a figure. */
function figures({ before, after }: Entry): string {
  const set = [numberIn(before, "setPpm"), numberIn(after, "setPpm")] as const;
  if (set[0] !== null || set[1] !== null)
    return `: from ${set[0] === null ? "the earned one" : percentOf(set[0])} to ${set[1] === null ? "the earned one" : percentOf(set[1])}`;
  const [from, to, most] = [
    numberIn(before, "points"),
    numberIn(after, "points"),
    numberIn(after, "maxPoints"),
  ];
  if (to === null) return from === null ? "" : `, was ${from} points`;
  return `: ${from !== null && from !== to ? `from ${from} to ` : ""}${to}${most === null ? "" : ` of ${most}`} points`;
}

/** The history of grades, the newest first. */
export function GradeHistory({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <p className="text-muted">Nothing has happened yet.</p>;
  return (
    <ol className="space-y-2">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
          <span className="text-13 text-muted">
            <Moment at={entry.at} />
          </span>
          <span>
            {WORDS[entry.act] ?? entry.act}
            {figures(entry)}
            {entry.by && (
              <span className="text-muted">
                {" "}
                by <span dir="auto">{entry.by.name || "an erased person"}</span>
              </span>
            )}
            {entry.reason && (
              <q className="block text-muted" dir="auto">
                {entry.reason}
              </q>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
