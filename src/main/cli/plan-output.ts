import type { z } from "zod";
import type { Invocation } from "#main/cli/command.ts";
import type { ImportedPlan } from "#modules/playbook/contract/plan.ts";
import type { PlanReading } from "#modules/playbook/index.ts";

const LABELS: [keyof PlanReading["counts"], string][] = [
  ["phases", "phases"],
  ["periods", "periods"],
  ["workPackages", "work packages"],
  ["deliverables", "deliverables"],
  ["activities", "activities"],
  ["criteria", "criteria"],
  ["numericCriteria", "criteria with a number"],
  ["kpis", "KPIs"],
  ["numericKpis", "KPIs with a number"],
  ["risks", "risks"],
];

const at = ([from, to]: readonly [number, number]): string =>
  from === to ? `line ${from}` : `lines ${from}–${to}`;

/** What a file says, for a person. */
export function printReading({ print }: Invocation, reading: PlanReading): void {
  print(reading.title);
  if (reading.encoding.repaired)
    print(`Text repaired: it had been misread as ${reading.encoding.chain.join(", then ")}.`);
  for (const [key, label] of LABELS) print(`  ${String(reading.counts[key]).padStart(5)}  ${label}`);
  for (const target of reading.targets)
    print(`  target, line ${target.line}: ${target.raw} → ${target.metric ?? "no metric known"}`);
  for (const question of reading.questions) print(`  question, ${at(question.lines)}: ${question.message}`);
  for (const finding of reading.lint) print(`  check, ${at(finding.lines)}: ${finding.message}`);
  for (const skipped of reading.skipped) print(`  left out, ${at(skipped.lines)}: ${skipped.why}`);
}

/** What an import did, for a person. */
export function printChanges({ print }: Invocation, imported: z.output<typeof ImportedPlan>): void {
  if (!imported.changed) return print("The plan says the same already. Nothing was changed.");
  print("The plan is imported.");
  for (const change of imported.changes)
    print(
      `  ${change.change}: ${change.kind} ${change.lines ? `(${at(change.lines)}) ` : ""}${change.after ?? change.before ?? ""}`,
    );
  if (imported.questions > 0) print(`${imported.questions} questions wait for an answer in the console.`);
}
