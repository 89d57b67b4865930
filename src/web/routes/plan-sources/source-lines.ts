type Lines = readonly [number, number];

/** A part of the plan and the lines it was read from. */
export interface LineNode {
  nodeId: string | null;
  kind: string;
  text: string;
  lines: Lines;
  numeric: boolean;
}

/** A file as it was read: its text and what its lines became. Lines count from 1. */
export interface ReadFile {
  text: string;
  nodes: readonly LineNode[];
  skipped: readonly { lines: Lines; why: string }[];
  structure: readonly { lines: Lines; as: string }[];
  lint: readonly { lines: Lines; message: string }[];
}

/** Lines that became the same thing, side by side with it. */
export interface Segment {
  lines: { number: number; text: string }[];
  became: LineNode[];
  /** What kind of structure these lines are, such as a heading. */
  structure: string | null;
  /** Why these lines became nothing. */
  skipped: string | null;
  lint: string[];
}

// A heading's range reaches over everything under it; only its first line is the thing itself.
const WIDE = new Set(["phase", "period", "workPackage", "successFactorGroup"]);
const RULE = /^\s*([-*_=])(?:\s*\1)*\s*$/u;

/** Longest part of a line that is shown; a plan has no honest line of this length. */
const LONGEST = 2_000;

interface Mark {
  became: number[];
  structure: number;
  skipped: number;
}

/** Joins a file's lines with what they became, for the lines `from` to `to`. */
export function sourceSegments(file: ReadFile, from: number, to: number): Segment[] {
  const texts = file.text.split(/\r\n|\r|\n/u);
  const last = Math.min(to, texts.length);
  const marks = markLines(file, texts, last);
  const lint = Map.groupBy(file.lint, ({ lines }) => Math.max(1, lines[0]));
  const segments: Segment[] = [];
  let before: string | undefined;
  for (let number = from; number <= last; number++) {
    const mark = marks[number];
    const key = mark ? keyOf(mark) : "";
    const found = (lint.get(number) ?? []).map(({ message }) => message);
    const line = { number, text: shorten(texts[number - 1] ?? "") };
    const current = segments.at(-1);
    if (current && key === before && found.length === 0) current.lines.push(line);
    else segments.push({ ...becameOf(file, mark), lines: [line], lint: found });
    before = key;
  }
  return segments;
}

/** How many lines a file has. */
export const countLines = (text: string): number => text.split(/\r\n|\r|\n/u).length;

function markLines(file: ReadFile, texts: readonly string[], last: number): (Mark | undefined)[] {
  const marks: (Mark | undefined)[] = [];
  const at = (number: number): Mark => (marks[number] ??= { became: [], structure: -1, skipped: -1 });
  const cover = ([first, end]: Lines, put: (mark: Mark) => void) => {
    for (let number = Math.max(1, first); number <= Math.min(end, last); number++) put(at(number));
  };
  file.structure.forEach(({ lines }, index) => cover(lines, (mark) => (mark.structure = index)));
  file.skipped.forEach(({ lines }, index) => cover(lines, (mark) => (mark.skipped = index)));
  file.nodes.forEach(({ kind, lines }, index) => {
    const [first, end] = lines;
    cover(WIDE.has(kind) ? [first, first] : [first, end], (mark) => mark.became.push(index));
  });
  addNotes(file, { texts, marks, at }, last);
  return marks;
}

interface Marking {
  texts: readonly string[];
  marks: (Mark | undefined)[];
  at: (number: number) => Mark;
}

// Every written line became something or was skipped with a reason; what is left under a heading are its notes.
function addNotes(file: ReadFile, { texts, marks, at }: Marking, last: number): void {
  const headings = file.nodes
    .map((node, index) => ({ node, index }))
    .filter(({ node }) => WIDE.has(node.kind));
  const open: typeof headings = [];
  let next = 0;
  for (let number = 1; number <= last; number++) {
    while (headings[next] && (headings[next]?.node.lines[0] ?? 0) <= number) {
      const heading = headings[next++];
      if (heading) open.push(heading);
    }
    while (open.length > 0 && (open.at(-1)?.node.lines[1] ?? 0) < number) open.pop();
    const text = texts[number - 1] ?? "";
    const inner = open.at(-1);
    if (!inner || marks[number] || text.trim() === "" || RULE.test(text)) continue;
    at(number).became.push(-1 - inner.index);
  }
}

const keyOf = ({ became, structure, skipped }: Mark): string => `${became.join()}|${structure}|${skipped}`;

function becameOf(file: ReadFile, mark: Mark | undefined): Omit<Segment, "lines" | "lint"> {
  const nodes = (mark?.became ?? []).flatMap((index) => {
    const node = file.nodes[index < 0 ? -1 - index : index];
    if (!node) return [];
    return [index < 0 ? { ...node, kind: "notes", nodeId: null } : node];
  });
  return {
    became: nodes,
    structure: nodes.length > 0 || !mark ? null : (file.structure[mark.structure]?.as ?? null),
    skipped: nodes.length > 0 || !mark ? null : (file.skipped[mark.skipped]?.why ?? null),
  };
}

const shorten = (text: string): string =>
  text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST).toWellFormed()}… (${text.length - LONGEST} more characters)`;
