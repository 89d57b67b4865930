import { labelRole } from "../labels.ts";
import type { Block, TableRow } from "../markdown/blocks.ts";
import { plainText } from "../markdown/inline.ts";
import { folded } from "../words.ts";
import type { Sink } from "./items.ts";
import type { Place } from "./place.ts";

export type Table = Extract<Block, { type: "table" }>;

export interface TableContext {
  place: Place;
  leaf: boolean;
  sink: Sink | null;
  explicit: boolean;
}

/** What a column holds. */
export type Column =
  | "phase"
  | "work"
  | "time"
  | "due"
  | "objective"
  | "deliverables"
  | "activities"
  | "criteria"
  | "metric"
  | "target"
  | "risks"
  | "mitigations"
  | "probability"
  | "impact"
  | "owner"
  | "milestones"
  | "factors"
  | "overview"
  | "status"
  | "trigger"
  | "proof"
  | "readFrom"
  | "baseline"
  | "unit"
  | "dependsOn"
  | "group"
  | "other";

const COLUMN_NAMES: [Column, RegExp][] = [
  ["phase", /^(?:phase|fase|stage|etapa|wave|ola)s?$/],
  [
    "work",
    /^(?:work ?packages?|work ?streams?|paquetes? de trabajo|lineas? de trabajo|initiatives?|iniciativas?|epics?|epicas?|sprints?|projects?|proyectos?|features?|funcionalidad(?:es)?)$/,
  ],
  ["unit", /^(?:units?|unit of measure|unidad(?:es)?)$/],
  [
    "readFrom",
    /^(?:(?:data )?sources?|read from|(?:how )?(?:it is )?measured(?: by| in| with)?|measurement (?:method|source)|method|fuentes?(?: de datos)?|medid[oa] (?:por|con|en)|como se mide|metodo)$/,
  ],
  [
    "mitigations",
    /^(?:(?:risk )?(?:mitigations?|responses?|contingency|countermeasures?)(?: (?:plans?|actions?|strateg(?:y|ies)|measures?))?|what we do|medidas?|respuestas?|mitigacion|contramedidas?|plan de (?:respuesta|mitigacion|contingencia)|que hacemos)$/,
  ],
  ["group", /^(?:categor(?:y|ies)|types?|areas?|categorias?|tipos?)$/],
  [
    "target",
    /^(?:(?:\w+ )?targets?(?: value)?|goal value|meta|objetivo(?: numerico)?|valor objetivo|target \(.*\)|threshold|umbral)$/,
  ],
  [
    "metric",
    /^(?:(?:key |success )?metrics?|kpis?|indicators?|indicador(?:es)?|metricas?(?: de exito| clave)?|measures?|kpi name)$/,
  ],
  ["status", /^(?:status|state|done|estado|hecho|progress|progreso)$/],
  [
    "due",
    /^(?:due|due date|deadline|date|by|by when|end|end date|finish|target date|fecha(?: limite| objetivo| de entrega)?|vence|plazo|cuando|when|entrega|fin|fecha de fin)$/,
  ],
  [
    "time",
    /^(?:months?|weeks?|days?|quarters?|period|timeline|timeframe|duration|time|timing|dates|mes(?:es)?|semanas?|dias?|trimestres?|periodo|duracion|calendario|q)$/,
  ],
  ["risks", /^(?:risks?|riesgos?)(?: (?:description|event|name|factor))?$|^descripcion del riesgo$/],
  ["objective", /^(?:goals?|objectives?|focus|purpose|outcome|objetivos?|meta principal|enfoque|proposito)$/],
];

/** Name of a column as people read it. */
export function columnNames(table: Table, which: (column: Column, index: number) => boolean): string[] {
  return columnsOf(table.header).flatMap((column, index) => {
    const filled = table.rows.some((row) => (row.cells[index] ?? "") !== "");
    return filled && which(column, index) ? [table.header[index]?.trim() || "without a name"] : [];
  });
}

/** Reads the heads of a table; a head that is no known one is "other". */
export function columnsOf(header: readonly string[]): Column[] {
  const columns = header.map((head): Column => {
    const name = folded(head);
    const known = COLUMN_NAMES.find(([, pattern]) => pattern.test(name));
    if (known) return known[0];
    const role = labelRole(head);
    if (role === "metrics" || role === "kpis") return "metric";
    if (role === "goal") return "target";
    return role === null || role === "aside" || role === "title" || role === "time" || role === "due"
      ? "other"
      : role;
  });
  // "Objetivo" beside a metric is its target; beside a phase it is the phase's goal.
  if (!columns.includes("metric"))
    return columns.map((one, index) =>
      one === "target" && /^objetivo|^meta$/.test(folded(header[index] ?? "")) ? "objective" : one,
    );
  return columns.map((one, index) =>
    one === "objective" &&
    !columns.includes("target") &&
    /^(?:goal|objective)s?$/.test(folded(header[index] ?? ""))
      ? "target"
      : one,
  );
}

export interface TableReading {
  table: Table;
  columns: Column[];
  rows: TableRow[];
  context: TableContext;
}

/** The words of a row's cell under a column; "" when there is none. */
export function cellOf(row: TableRow, columns: readonly Column[], column: Column): string {
  const index = columns.indexOf(column);
  return index < 0 ? "" : plainText(row.cells[index] ?? "");
}
