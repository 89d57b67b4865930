import type { ImportedPlan, LintFinding, NodeKind, PlanNode } from "../types.ts";

/** A heading or a line of prose, where totals are stated. */
export interface StatedText {
  text: string;
  line: number;
}

const COUNTED: [RegExp, NodeKind][] = [
  [/^(?:phases?|fases?)$/, "phase"],
  [/^(?:periods?|per[ií]odos?)$/, "period"],
  [/^(?:work ?packages?|paquetes? de trabajo)$/, "workPackage"],
  [/^(?:deliverables?|entregables?)$/, "deliverable"],
  [/^(?:activit(?:y|ies)|actividad(?:es)?)$/, "activity"],
  [/^(?:milestones?|hitos?)$/, "milestone"],
  [/^(?:risks?|riesgos?)$/, "risk"],
  [/^(?:kpis?)$/, "kpi"],
];
const NUMBER_WORDS = [
  "",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const NUMEROS = [
  "",
  "un",
  "dos",
  "tres",
  "cuatro",
  "cinco",
  "seis",
  "siete",
  "ocho",
  "nueve",
  "diez",
  "once",
  "doce",
];
const NOUN =
  "phases?|fases?|periods?|per[ií]odos?|work ?packages?|paquetes? de trabajo|deliverables?|entregables?|activit(?:y|ies)|actividad(?:es)?|milestones?|hitos?|risks?|riesgos?|kpis?";
const STATED = new RegExp(
  `(?:^|[^\\p{L}\\p{N}.,-])(\\d{1,4}|${[...NUMBER_WORDS, ...NUMEROS].filter(Boolean).join("|")})[ -](?:(?:main|key|major|total|clave|principales) )?(${NOUN})(?![\\p{L}-])`,
  "giu",
);
const LENGTH =
  /(?:^|[^\p{L}\p{N}.,-])(\d{1,3})[ -](months?|mes(?:es)?|weeks?|semanas?)[ -](?:\w+ ){0,2}(?:plan|program(?:me)?|roadmap|timeline|journey|project|proyecto|programa)\b|\b(?:plan|programa|proyecto|roadmap|total) (?:of|de|a|over|spans?|covers?|runs? (?:for|over)|dura)? ?(\d{1,3})[ -](months?|mes(?:es)?|weeks?|semanas?)\b/giu;
// Words that make the number a part, a bound or another plan's.
const PARTIAL =
  /(?:(?:phase|stage|wave|period|month|week|quarter|year|sprint|version|level|fase|etapa|ola|periodo|mes|semana|trimestre|año)|first|next|last|top|another|other|least|most|over|under|than|about|around|up to|of (?:the|these)|per|every|each|more|fewer|only|primer[oa]s|pr[oó]xim[oa]s|[uú]ltim[oa]s|menos|m[aá]s(?: de)?|otr[oa]s|cada|al)\s$/iu;

const MOST_STATEMENTS = 500;

/** Totals that headings, notes or prose state, against what the plan holds at that place. */
export function lintTotals(
  { nodes }: Pick<ImportedPlan, "nodes">,
  texts: readonly StatedText[],
): LintFinding[] {
  const plan = nodes.filter((node) => !node.implicit);
  const stating = texts.filter(({ text }) => MAY_STATE.test(text)).slice(0, MOST_STATEMENTS);
  return stating.flatMap(({ text, line }) => {
    const place: Place = { line, plan, scope: innermost(plan, line) };
    return [...countsIn(text, place), ...lengthsIn(text, place)];
  });
}

const MAY_STATE = new RegExp(`${STATED.source}|${LENGTH.source}`, "iu");

interface Place {
  line: number;
  plan: readonly PlanNode[];
  scope: PlanNode | null;
}

function innermost(nodes: readonly PlanNode[], line: number): PlanNode | null {
  const steps = nodes.filter(
    ({ kind, lines }) =>
      (kind === "phase" || kind === "period" || kind === "workPackage") &&
      lines[0] <= line &&
      line <= lines[1],
  );
  return (
    steps.toSorted((one, other) => one.lines[1] - one.lines[0] - (other.lines[1] - other.lines[0]))[0] ?? null
  );
}

function countsIn(text: string, { line, plan, scope }: Place): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const match of text.slice(0, 2_000).matchAll(STATED)) {
    const kind = COUNTED.find(([pattern]) => pattern.test((match[2] ?? "").toLowerCase()))?.[1];
    const stated = numberOf(match[1] ?? "");
    const at = match.index + match[0].indexOf(match[1] ?? "");
    if (!kind || stated === null || PARTIAL.test(text.slice(0, at))) continue;
    const inScope = plan.filter(
      (node) => node.kind === kind && (!scope || node.path.startsWith(`${scope.path}/`)),
    );
    const inPlan = plan.filter((node) => node.kind === kind);
    if (inScope.length === stated || inPlan.length === stated || inPlan.length === 0) continue;
    const found = scope ? inScope.length : inPlan.length;
    findings.push({
      code: "total_mismatch",
      lines: [line, line],
      message: `The text says ${stated} ${match[2] ?? ""}; ${scope ? `“${scope.text}”` : "the plan"} has ${found}.`,
    });
  }
  return findings;
}

function lengthsIn(text: string, { line, plan, scope }: Place): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const match of text.slice(0, 2_000).matchAll(LENGTH)) {
    const stated = Number(match[1] ?? match[3]);
    const unit = /^(?:w|s)/i.test(match[2] ?? match[4] ?? "") ? "week" : "month";
    const inside = plan.filter(
      (node) => !scope || node.path === scope.path || node.path.startsWith(`${scope.path}/`),
    );
    const ends = inside.flatMap(({ span }) =>
      span?.unit === unit && span.month === undefined ? [span.to] : [],
    );
    const other = plan.some(({ span }) => span && span.unit !== unit && span.month === undefined);
    const end = ends.reduce((most, one) => Math.max(most, one), 0);
    if (ends.length === 0 || other || end === stated) continue;
    findings.push({
      code: "total_mismatch",
      lines: [line, line],
      message: `The text says ${stated} ${unit}s; the plan's steps end with ${unit} ${end}.`,
    });
  }
  return findings;
}

function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const lower = word.toLowerCase();
  const value = Math.max(NUMBER_WORDS.indexOf(lower), NUMEROS.indexOf(lower));
  return value > 0 ? value : null;
}
