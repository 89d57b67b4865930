import { readHeading, withoutTrailingTime } from "../outline/heading.ts";
import { statesTime } from "../outline/stated-due.ts";
import { ownerIn } from "../outline/stated-owner.ts";
import type { Due, NodeKind, PlanNode, Span } from "../types.ts";
import { escapeText } from "./escape.ts";
import type { Words } from "./labels.ts";

export type Fact = [label: string, value: string];

const STEPS = new Set<NodeKind>(["phase", "period", "workPackage"]);

/** The heading of a step: its label, its title and the time that was read behind it. */
export function headingOf(node: PlanNode, words: Words): string {
  const titled = node.label && node.label !== node.text ? `${node.label}: ${node.text}` : node.text;
  const whole = statesTimeBehind(node) ? `${titled} (${node.timeText})` : titled;
  const misread = node.kind === "workPackage" && !isTimeLabel(node) && !readsBack(node, whole);
  const text = escapeText(misread ? `${words.workPackage}: ${whole}` : whole);
  // Hash marks at the end of a heading would close it.
  return text.replace(/(?<=\s)#+$/, (marks) => `\\${marks}`);
}

function readsBack(node: PlanNode, heading: string): boolean {
  const read = readHeading(heading);
  if (read.role !== "plain") return false;
  return read.as === undefined || (read.label === node.label && read.title === node.text);
}

function isTimeLabel(node: PlanNode): boolean {
  return node.label !== undefined && readHeading(node.label).role === "time";
}

function statesTimeBehind(node: PlanNode): boolean {
  if (node.timeText === undefined) return false;
  const read = withoutTrailingTime(`${node.text} (${node.timeText})`);
  return read.title === node.text && read.time?.text === node.timeText;
}

/** A list entry with its check mark, and what proves it or where it is read from. */
export function bulletOf(node: PlanNode, words: Words): string {
  const box = node.state === undefined ? "" : node.state === "done" ? "[x] " : "[ ] ";
  return `- ${box}${escapeText(`${node.text}${clauseOf(node, words)}`)}`;
}

function clauseOf({ text, proof, readFrom }: PlanNode, words: Words): string {
  const clause =
    proof === undefined ? readFrom && `${words.readFrom}: ${readFrom}` : `${words.proof}: ${proof}`;
  if (!clause) return "";
  return /[!?…]$/.test(text) ? ` ${clause}` : `. ${clause}`;
}

/** What else is known of a node and cannot be read from its text: time, owner, due date, a risk's figures. */
export function factsOf(node: PlanNode, words: Words): Fact[] {
  const facts: Fact[] = [];
  if (STEPS.has(node.kind) && node.span && needsTimeline(node))
    facts.push([words.time, spanText(node.span, words)]);
  if (node.owner !== undefined && node.owner !== ownerIn(node.text, node.kind))
    facts.push([words.owner, node.owner]);
  if (node.probability !== undefined) facts.push([words.probability, node.probability]);
  if (node.impact !== undefined) facts.push([words.impact, node.impact]);
  if (node.trigger !== undefined) facts.push([words.trigger, node.trigger]);
  if (node.baseline !== undefined) facts.push([words.baseline, node.baseline]);
  if (node.due && !statesTime(node.text, node.kind)) facts.push([words.due, dueText(node.due, words)]);
  return facts;
}

function needsTimeline(node: PlanNode): boolean {
  if (node.implicit || statesTimeBehind(node)) return false;
  return !isTimeLabel(node);
}

function spanText({ unit, from, to }: Span, words: Words): string {
  const [one, several] = words.units[unit];
  return from === to ? `${one} ${from}` : `${several} ${from}–${to}`;
}

function dueText(due: Due, words: Words): string {
  if (due.on !== undefined) return due.on;
  if (due.endOfWeek !== undefined) return `${words.units.week[0]} ${due.endOfWeek}`;
  if (due.endOfDay !== undefined) return `${words.units.day[0]} ${due.endOfDay}`;
  return `${words.units.month[0]} ${due.endOfMonth ?? 1}`;
}
