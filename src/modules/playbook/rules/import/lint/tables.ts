import type { Table } from "../outline/columns.ts";
import { readNumber, scaled, scaleOf } from "../target/numbers.ts";
import type { LintFinding } from "../types.ts";

const TOTAL = /^\W*(?:grand |sub)?totals?\W*$/i;
const AMOUNT =
  /^\W{0,4}(?:[A-Z]{3}\s)?(-?\d[\d.,'\s]*?)\s?(K|M|B|mil)?\s?(?:%|€|£|\$|[A-Z]{3}|h|hours|days|d[ií]as|horas)?\W{0,3}$/u;

/** Last rows called "Total" whose numbers are not the sum of the rows above. */
export function lintTables(tables: readonly Table[]): LintFinding[] {
  return tables.flatMap((table) => {
    const at = table.rows.findIndex((row) => TOTAL.test(row.cells[0] ?? ""));
    const total = table.rows[at];
    if (!total || at < 2) return [];
    return total.cells.flatMap((cell, column) => {
      const stated = amountIn(cell);
      const parts = table.rows.slice(0, at).map((row) => amountIn(row.cells[column] ?? ""));
      if (column === 0 || stated === null || parts.some((part) => part === null)) return [];
      const sum = Number(parts.reduce((all: number, part) => all + (part ?? 0), 0).toFixed(6));
      if (Math.abs(sum - stated) < 0.005 || /%/.test(cell)) return [];
      return [
        {
          code: "total_mismatch",
          lines: [total.line, total.line] as [number, number],
          message: `“${table.header[column] ?? "This column"}” says ${cell.trim()} in total; the rows above add up to ${sum.toLocaleString("en")}.`,
        },
      ];
    });
  });
}

function amountIn(cell: string): number | null {
  const match = AMOUNT.exec(cell.replaceAll(/[*_`]/g, "").trim().slice(0, 60));
  if (!match) return null;
  const value = scaled(readNumber(match[1] ?? "", cell.includes("€")), scaleOf(match[2]));
  return Number.isFinite(value) ? value : null;
}
