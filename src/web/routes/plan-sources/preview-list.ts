import type { z } from "zod";
import type { PlanPreview } from "#modules/playbook/contract/plan.ts";
import { countLines, type ReadFile, sourceSegments } from "./source-lines.ts";

/** What a file would become, as the operation tells it. */
export type Preview = z.output<typeof PlanPreview>;

/** Rows of one list on one page. */
const PAGE = 100;

/** Lines of the file on one page. */
export const LINES = 1_000;

export const PREVIEW_VIEWS = ["changes", "lines", "targets", "questions", "findings", "skipped"] as const;
export type PreviewView = (typeof PREVIEW_VIEWS)[number];

interface Asked {
  view: PreviewView;
  /** Where the page begins, counted from 0. */
  offset: number;
  line: number;
  /** Titles of metrics by their key. */
  titles: ReadonlyMap<string, string>;
}

/** One list of the preview, cut to a page. */
export type PreviewList = ReturnType<typeof previewList>;

/** The preview as a read file, for the view of its lines. */
export const readFileOf = ({ text, nodes, targets, ...rest }: Preview): ReadFile => {
  const numeric = new Set(targets.map(({ line }) => line));
  return {
    ...rest,
    text,
    nodes: nodes.map(({ kind, text: words, lines }) => ({
      nodeId: null,
      kind,
      text: words,
      lines,
      numeric: numeric.has(lines[0]),
    })),
  };
};

function page<Row>(rows: readonly Row[], offset: number) {
  const end = offset + PAGE;
  return { rows: rows.slice(offset, end), total: rows.length, next: end < rows.length ? String(end) : null };
}

/** What the page shows of the view that was asked for: never more than a person can take in at once. */
export function previewList(preview: Preview, { view, offset, line, titles }: Asked) {
  const excerpt = excerptsOf(preview.text);
  switch (view) {
    case "changes":
      return { view, ...page(preview.changes, offset) };
    case "lines": {
      const total = countLines(preview.text);
      const from = firstLineOf(line, total);
      return { view, from, total, segments: sourceSegments(readFileOf(preview), from, from + LINES - 1) };
    }
    case "targets": {
      const texts = new Map(preview.nodes.map(({ lines, text }) => [lines[0], text]));
      const { rows, ...rest } = page(preview.targets, offset);
      const nameOf = (metric: string | null) => metric && (titles.get(metric) ?? metric);
      return {
        view,
        ...rest,
        rows: rows.map((row) => ({
          ...row,
          text: texts.get(row.line) ?? row.raw,
          metric: nameOf(row.metric),
        })),
      };
    }
    case "questions": {
      const { rows, ...rest } = page(preview.questions, offset);
      return {
        view,
        ...rest,
        rows: rows.map(({ lines, message }) => ({ lines, message, text: excerpt(lines) })),
      };
    }
    case "findings": {
      const { rows, ...rest } = page(preview.lint, offset);
      return {
        view,
        ...rest,
        rows: rows.map(({ lines, message }) => ({ lines, message, text: excerpt(lines) })),
      };
    }
    case "skipped": {
      const { rows, ...rest } = page(preview.skipped, offset);
      return {
        view,
        ...rest,
        rows: rows.map(({ lines, why }) => ({ lines, message: why, text: excerpt(lines) })),
      };
    }
  }
}

/** The first line of the page of lines that a line stands on. */
export function firstLineOf(line: number, total: number): number {
  const inside = Math.min(Math.max(1, line), total);
  return inside - ((inside - 1) % LINES);
}

const LONGEST = 160;

function excerptsOf(text: string) {
  const lines = text.split(/\r\n|\r|\n/u);
  return ([first]: readonly [number, number]): string => {
    const line = (lines[first - 1] ?? "").trim();
    return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line;
  };
}
