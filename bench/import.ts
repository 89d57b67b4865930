import { readFile } from "node:fs/promises";
import path from "node:path";
import { readPlan } from "#modules/playbook/index.ts";
import { machine, openBenchHouse, report, summary, timeRuns } from "./house.ts";
import { generatedPlan } from "./generated-plan.ts";

const FILE = process.argv[2] ?? path.resolve(import.meta.dirname, "../playbooks/ai-business.md");
const START = "2027-01-04";

/** Milliseconds of one import into an empty house: reading, writing and judging, in one transaction. */
async function timeCommit(bytes: Buffer): Promise<number> {
  const house = await openBenchHouse();
  try {
    const input = { fileName: "plan.md", content: bytes.toString("base64"), startOn: START };
    const started = performance.now();
    await house.app.call("playbook.import_plan", input);
    return performance.now() - started;
  } finally {
    await house.close();
  }
}

const bytes = await readFile(FILE);
const large = Buffer.from(generatedPlan({ workPackages: 1240, itemsEach: 5 }));
const reading = readPlan(bytes);
const largeReading = readPlan(large);
const parse = await timeRuns(30, () => readPlan(bytes), 5);
const commits = [await timeCommit(bytes), await timeCommit(bytes), await timeCommit(bytes)];
const largeParse = await timeRuns(3, () => readPlan(large), 1);
const largeCommit = await timeCommit(large);

report({
  bench: "import",
  machine: machine(),
  plan: { file: path.basename(FILE), bytes: bytes.length, nodes: reading.nodes.length },
  parseMs: { ...summary(parse), limit: 50 },
  importMs: { ...summary(commits), limit: 300 },
  large: {
    bytes: large.length,
    nodes: largeReading.nodes.length,
    parseMs: summary(largeParse),
    importMs: { once: Math.round(largeCommit), limit: 5000 },
  },
});
