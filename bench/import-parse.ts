import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readPlan } from "#modules/playbook/rules/import/index.ts";

/*
 * How long a plan takes to parse. Prints JSON: milliseconds, median and 95th percentile, for a given file (warm)
 * and for a made plan of about 20,000 nodes.
 *
 *     node bench/import-parse.ts [--file PLAN.md] [--runs 50]
 */

const { values } = parseArgs({
  options: {
    file: { type: "string", default: "../shared/inputs/implementation-playbook.md" },
    runs: { type: "string", default: "50" },
  },
});

const PHASES = 40;
const PACKAGES_PER_PHASE = 10;

function largePlan(): string {
  const lines = ["# Large plan"];
  for (let phase = 0; phase < PHASES; phase += 1) {
    lines.push("", `## Phase ${phase + 1}: Stage (Months ${phase * 3 + 1}-${phase * 3 + 3})`);
    for (let work = 0; work < PACKAGES_PER_PHASE; work += 1) {
      lines.push("", `### Work ${phase}.${work}`, "", "Deliverables:");
      for (let item = 0; item < 20; item += 1) lines.push(`- Deliver **part ${item}** of work ${work}`);
      lines.push("", "Activities:");
      for (let item = 0; item < 10; item += 1) lines.push(`- Do step ${item}`);
      lines.push("", "Success criteria:");
      for (let item = 0; item < 18; item += 1)
        lines.push(`- Part ${item} is in use (${item + 1}+ customers)`);
    }
  }
  return lines.join("\n");
}

function measure(
  bytes: Uint8Array,
  { runs, warmUp }: { runs: number; warmUp: number },
): Record<string, number> {
  for (let run = 0; run < warmUp; run += 1) readPlan(bytes);
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    readPlan(bytes);
    return performance.now() - start;
  }).toSorted((one, other) => one - other);
  const at = (share: number): number =>
    Number((times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2));
  return { medianMs: at(0.5), p95Ms: at(0.95), nodes: readPlan(bytes).nodes.length };
}

const runs = Number(values.runs);
const report = {
  bench: "import-parse",
  file: measure(readFileSync(values.file), { runs, warmUp: 30 }),
  large: measure(new TextEncoder().encode(largePlan()), { runs: 3, warmUp: 1 }),
};
process.stdout.write(`${JSON.stringify(report)}\n`);
