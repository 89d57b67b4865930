/** One line of a comparison, with its number on either side where it has one. */
export interface DiffLine {
  kind: "same" | "added" | "removed";
  text: string;
  before?: number;
  after?: number;
}

const looks = {
  same: { sign: " ", word: "", className: "text-muted" },
  added: { sign: "+", word: "Added: ", className: "bg-positive-soft text-text" },
  removed: { sign: "−", word: "Removed: ", className: "bg-critical-soft text-text" },
} as const;

/** What changed between two texts, line by line; sign, colour and, for screen readers, a word. */
export function Diff({ label, lines }: { label: string; lines: readonly DiffLine[] }) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={label}
      className="overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className="w-full border-collapse font-mono text-13">
        <caption className="sr-only">{label}</caption>
        <tbody>
          {lines.map(({ kind, text, before, after }, index) => (
            <tr key={`${index}-${kind}`} className={looks[kind].className}>
              <td className="w-10 px-2 text-end text-12 text-muted tabular-nums select-none max-sm:hidden">
                {before}
              </td>
              <td className="w-10 px-2 text-end text-12 text-muted tabular-nums select-none">{after}</td>
              <td className="py-0.5 pe-4">
                <span aria-hidden className="inline-block w-5 select-none">
                  {looks[kind].sign}
                </span>
                <span className="sr-only">{looks[kind].word}</span>
                <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text || " "}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
