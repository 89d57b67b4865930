import { Link } from "react-router";
import { countOf } from "#web/format/plural.ts";
import { classNames } from "#web/ui/class-names.ts";
import type { Tone } from "#web/ui/tone.ts";
import { toneSoft } from "#web/ui/tone.ts";

/** How many risks stand in one cell; probability and impact from 1 to 5. */
export interface HeatCell {
  probability: number;
  impact: number;
  count: number;
}

const LEVELS = [1, 2, 3, 4, 5] as const;
const WORDS = ["Very low", "Low", "Medium", "High", "Very high"] as const;

/** Probability × impact, five by five. A cell with risks leads to them by `hrefOf`. */
export function HeatMap({
  cells,
  hrefOf,
  current,
}: {
  cells: readonly HeatCell[];
  hrefOf: (probability: number, impact: number) => string;
  /** The cell the page shows now. */
  current?: { probability: number; impact: number } | null;
}) {
  const counts = new Map(cells.map(({ probability, impact, count }) => [`${probability}×${impact}`, count]));
  return (
    <table className="w-full max-w-xl table-fixed border-separate border-spacing-1">
      <caption className="sr-only">Number of risks by probability and impact</caption>
      <colgroup>
        <col className="w-22" />
        <col span={5} />
      </colgroup>
      <tbody>
        {LEVELS.toReversed().map((probability) => (
          <tr key={probability}>
            <th scope="row" className="pe-2 text-end text-12 font-normal whitespace-nowrap text-muted">
              {probability === 5 && <span className="block font-medium text-text">Probability</span>}
              {WORDS[probability - 1]}
            </th>
            {LEVELS.map((impact) => (
              <HeatMapCell
                key={impact}
                score={probability * impact}
                count={counts.get(`${probability}×${impact}`) ?? 0}
                href={hrefOf(probability, impact)}
                isCurrent={current?.probability === probability && current.impact === impact}
                name={`probability ${probability}, impact ${impact}`}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          {LEVELS.map((impact) => (
            <th key={impact} scope="col" className="pt-1 text-12 font-normal text-muted">
              {WORDS[impact - 1]}
              {impact === 5 && <span className="block font-medium text-text">Impact</span>}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function HeatMapCell({
  score,
  count,
  href,
  name,
  isCurrent,
}: {
  score: number;
  count: number;
  href: string;
  name: string;
  isCurrent: boolean;
}) {
  const className = classNames(
    "flex h-12 items-center justify-center rounded-mark tabular-nums",
    toneSoft[heatTone(score)],
  );
  return (
    <td className="p-0">
      {count > 0 ? (
        <Link
          to={href}
          preventScrollReset
          aria-current={isCurrent ? "true" : undefined}
          aria-label={`${countOf(count, "risk")}, ${name}`}
          className={classNames(
            className,
            "text-16 font-semibold ring-1 ring-current/40 ring-inset hover:ring-2 hover:ring-current",
            isCurrent && "ring-2 ring-current",
          )}
        >
          {count}
        </Link>
      ) : (
        <span className={className}>
          <span className="sr-only">No risk</span>
        </span>
      )}
    </td>
  );
}

/** Tone of a risk's score (probability × impact): up to 4 low, up to 9 moderate, up to 16 high, above critical. */
export function heatTone(score: number): Tone {
  if (score <= 4) return "positive";
  if (score <= 9) return "neutral";
  return score <= 16 ? "caution" : "critical";
}
