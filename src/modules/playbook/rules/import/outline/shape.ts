import { splitLabel } from "../labels.ts";
import type { Block, Item } from "../markdown/blocks.ts";
import { readHeading } from "./heading.ts";
import type { Section } from "./sections.ts";

const WORK_ROLES = new Set(["deliverables", "activities"]);
// Label headings that are part of the section they stand under, whatever else stands under them.
const PART_ROLES = new Set(["deliverables", "activities", "criteria", "metrics", "objective"]);
const CRITERIA_ROLES = new Set(["criteria", "metrics"]);

/** Whether a section says itself, by label, column or label heading, what is to be delivered or done. */
export function holdsWork(section: Section): boolean {
  if (section.blocks.some((block) => blockHas(block, WORK_ROLES))) return true;
  return section.children.some((child) => {
    const label = child.heading?.role === "label" ? child.heading.label : "";
    return WORK_ROLES.has(label) || (PART_ROLES.has(label) && holdsUnderLabel(child));
  });
}

// A heading under a label heading only groups, so what it lists belongs to the section above both.
function holdsUnderLabel(section: Section): boolean {
  const groups = section.children.filter((child) => child.heading?.role === "plain");
  return holdsWork(section) || groups.some((group) => holdsWork(group));
}

/** The same, and criteria count too. */
export function holdsWorkOrCriteria(section: Section): boolean {
  if (holdsWork(section) || section.blocks.some((block) => blockHas(block, CRITERIA_ROLES))) return true;
  return section.children.some(
    (child) => child.heading?.role === "label" && CRITERIA_ROLES.has(child.heading.label),
  );
}

function blockHas(block: Block, roles: ReadonlySet<string>): boolean {
  if (block.type === "line") return roles.has(roleOfBlock(block));
  if (block.type === "table") return block.header.some((head) => roles.has(roleOfLine(head)));
  return block.type === "list" && block.items.some((item) => roles.has(roleOfItem(item)));
}

// Sections ask about the same lines again and again, at every level above them.
const rolesOfLines = new WeakMap<Block, string>();

function roleOfBlock(block: Extract<Block, { type: "line" }>): string {
  const known = rolesOfLines.get(block);
  if (known !== undefined) return known;
  const role = roleOfLine(block.text);
  rolesOfLines.set(block, role);
  return role;
}

function roleOfLine(text: string): string {
  return splitLabel(text)?.role ?? splitLabel(`${text}:`)?.role ?? "";
}

function roleOfItem(item: Item): string {
  return (
    splitLabel(item.text)?.role ?? (item.children.length > 0 ? (splitLabel(`${item.text}:`)?.role ?? "") : "")
  );
}

export function holdsCheckboxes(section: Section): boolean {
  return section.blocks.some(
    (block) => block.type === "list" && block.items.some((item) => item.checked !== null),
  );
}

export function holdsList(section: Section): boolean {
  return section.blocks.some((block) => block.type === "list");
}

/** Whether anything stands under the heading, at any depth, that could become part of a plan. */
export function holdsAnything(section: Section): boolean {
  if (section.blocks.some((block) => block.type === "list" || block.type === "table" || hasLabel(block)))
    return true;
  return section.children.some((child) => child.heading?.role !== "skip" && holdsAnything(child));
}

function hasLabel(block: Block): boolean {
  return block.type === "line" && block.text.includes(":") && roleOfBlock(block) !== "";
}

export function holdsProse(section: Section): boolean {
  return section.blocks.some((block) => block.type === "line");
}

/** Children that are steps of the plan: a time, or a heading that is no label and holds something. */
export function steps(section: Section): Section[] {
  return section.children.filter((child) => {
    const role = child.heading?.role;
    if (role === "time" || role === "phase") return holdsAnything(child) || holdsProse(child);
    if (role === "area") return holdsWork(child);
    return role === "plain" && holdsAnything(child);
  });
}

/** Whether some heading at any depth names a phase and holds something. */
export function anyPhase(section: Section): boolean {
  if (section.heading?.role === "skip") return false;
  if (section.heading?.role === "phase" && holdsAnything(section)) return true;
  if (section.blocks.some((block) => isPhaseLine(block))) return true;
  return section.children.some((child) => anyPhase(child));
}

function isPhaseLine(block: Block): boolean {
  if (block.type !== "line" || !(block.bold || block.text.endsWith(":"))) return false;
  return readHeading(block.text).role === "phase";
}

/** Whether a time heading contains times that contain steps themselves: then it is a phase by its place. */
export function isThreeLevels(section: Section): boolean {
  return section.children.some((child) => child.heading?.role === "time" && steps(child).length > 0);
}

/** Whether work is listed anywhere under the heading. */
export function holdsWorkDeep(section: Section): boolean {
  return holdsWork(section) || section.children.some((child) => holdsWorkDeep(child));
}
