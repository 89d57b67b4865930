import type { ReactNode } from "react";
import { waterfallBars } from "#web/ui/chart/waterfall-bars.ts";
import type { Tone } from "#web/ui/tone.ts";
import { toneFill } from "#web/ui/tone.ts";

/** One step of a waterfall: a level it stands at, or what is added to it (negative: taken away). */
export interface WaterfallStep {
  key: string;
  label: ReactNode;
  kind: "level" | "change";
  value: number;
  /** The value in words, at the end of the row. */
  text: ReactNode;
}

const toneOf = ({ kind, value }: WaterfallStep): Tone =>
  kind === "level" ? "accent" : value < 0 ? "critical" : "positive";

/**
 * How a level became another, step by step from top to bottom. The rows are a table and the bars stand in it, so that it
 * reads the same without eyes, on paper and on a phone.
 */
export function Waterfall({ label, steps }: { label: string; steps: readonly WaterfallStep[] }) {
  const { bars, zero } = waterfallBars(steps);
  return (
    <table className="w-full border-collapse text-13 tabular-nums">
      <caption className="sr-only">{label}</caption>
      <tbody>
        {steps.map((step, index) => {
          const bar = bars[index];
          return (
            <tr key={step.key} className={step.kind === "level" ? "font-medium" : "font-normal"}>
              <th scope="row" className="py-1 pe-4 text-start [font-weight:inherit] whitespace-nowrap">
                {step.label}
              </th>
              <td className="w-full py-1" aria-hidden>
                {bar && (
                  <svg className="block h-6 w-full overflow-visible rtl:-scale-x-100">
                    <line x1={`${zero}%`} x2={`${zero}%`} y1="-20%" y2="120%" className="stroke-line" />
                    <rect
                      x={`${bar.from}%`}
                      width={`${bar.width}%`}
                      y="12%"
                      height="76%"
                      rx="2"
                      className={toneFill[toneOf(step)]}
                    />
                  </svg>
                )}
              </td>
              <td className="py-1 ps-4 text-end whitespace-nowrap">{step.text}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
