import { nearLabel } from "./near-label.ts";
import { folded } from "./words.ts";

/** What a label announces: a kind of item, an attribute of the thing it stands under, or text to leave out. */
export type LabelRole =
  | "deliverables"
  | "activities"
  | "criteria"
  | "metrics"
  | "kpis"
  | "objective"
  | "risks"
  | "mitigations"
  | "milestones"
  | "factors"
  | "overview"
  | "owner"
  | "due"
  | "time"
  | "probability"
  | "impact"
  | "trigger"
  | "proof"
  | "readFrom"
  | "baseline"
  | "goal"
  | "dependsOn"
  | "title"
  | "aside";

const QUALIFIER =
  "(?:(?:key|main|primary|major|top|core|expected|critical|planned|overall|strategic|project|plan|phase|period|monthly|weekly|quarterly) )?";
const AFTER = "(?: (?:clave|claves|principales|principal|criticos|criticas|esperados|previstos))?";

const PATTERNS: [LabelRole, string][] = [
  [
    "deliverables",
    `${QUALIFIER}(?:deliverables?|outputs?|work products?)|entregables?${AFTER}|salidas|productos`,
  ],
  [
    "activities",
    `${QUALIFIER}(?:activit(?:y|ies)|tasks?|actions?(?: items?| steps?)?|steps?|to-?dos?|initiatives?)|(?:actividad(?:es)?|tareas?|acciones|pasos|iniciativas)${AFTER}`,
  ],
  [
    "criteria",
    `${QUALIFIER}(?:success (?:criteria|criterion|measures?)|(?:acceptance|exit|completion|gate|done|entry) criteria|definition of done|criteria|key results|measures of success|(?:expected )?(?:outcomes|results)|(?:what )?success looks like(?: this)?|(?:signs|indicators) of success|how we (?:will )?(?:know|measure success)|we (?:will )?know we succeeded when|checks?)|criterios?(?: de (?:exito|aceptacion|salida|finalizacion|cierre))?|resultados(?: clave| esperados)?|medidas de exito|condiciones de salida|senales de exito|(?:como )?(?:sabremos|mediremos) (?:que funciono|el exito)`,
  ],
  [
    "metrics",
    `${QUALIFIER}(?:success (?:metrics?|indicators?|targets?)|metrics?|targets|measurements?|indicators?|numbers)|metricas?(?: de exito| clave)?|indicadores de exito|metas`,
  ],
  [
    "kpis",
    `${QUALIFIER}(?:kpis?|key performance indicators?|performance indicators|(?:kpi|metric)s? targets?|targets and kpis|metrics and kpis|kpis and metrics)|indicadores${AFTER}(?: de (?:desempeno|rendimiento|gestion))?|kpis?${AFTER}`,
  ],
  ["goal", "target(?: value| number)?|goal value|valor objetivo|meta numerica|objetivo numerico"],
  [
    "objective",
    `${QUALIFIER}(?:objectives?|goals?|aims?|purpose|mission|outcome)|objetivos?(?: principal(?:es)?| general(?:es)?)?|proposito|meta|finalidad`,
  ],
  [
    "mitigations",
    `${QUALIFIER}(?:mitigations?(?: (?:strateg(?:y|ies)|plans?|actions?|measures?|steps?))?|risk (?:responses?|mitigation strategies)|responses?|contingenc(?:y|ies)(?: (?:plans?|measures?))?)|mitigacion(?:es)?|estrategias? de mitigacion|(?:plan|planes|medidas|acciones) de (?:mitigacion|contingencia)|contingencias?|respuestas?`,
  ],
  [
    "risks",
    `${QUALIFIER}(?:risks?(?: and (?:mitigations?|issues|responses|dependencies))?|risk (?:register|log|mitigation|management|assessment|matrix|analysis))|riesgos?${AFTER}(?: y (?:mitigacion(?:es)?|medidas|respuestas))?|(?:registro|matriz|gestion|mitigacion|analisis) de riesgos?`,
  ],
  ["milestones", `${QUALIFIER}(?:milestones?|checkpoints?)|hitos?${AFTER}`],
  [
    "factors",
    `${QUALIFIER}(?:critical )?success factors?|factores(?: clave| criticos)?(?: de| del| para el) exito`,
  ],
  [
    "overview",
    `(?:executive )?(?:overview|summary)|resumen(?: ejecutivo)?|vision general|principles|principios`,
  ],
  [
    "owner",
    "owners?|owned by|responsible|lead|assignee|assigned to|dri|responsables?|dueño|dueno|encargad[oa]|a cargo",
  ],
  [
    "due",
    "due(?: date| by)?|deadline|by when|target date|fecha(?: limite| objetivo| de entrega)?|vence|entrega|plazo limite",
  ],
  [
    "time",
    "timeline|timeframe|time frame|duration|when|period|dates?|schedule|months?|weeks?|days?|plazo|duracion|periodo|cuando|calendario|mes(?:es)?|semanas?",
  ],
  ["probability", "probability|likelihood|chance|probabilidad"],
  ["impact", "impact|severity|impacto|gravedad"],
  [
    "trigger",
    "triggers?(?: event| point)?|early warning(?: signs?)?|warning signs?|disparador(?:es)?|senal(?:es)? de (?:alerta|alarma)|detonantes?",
  ],
  ["proof", "proofs?|proven by|evidence|prueba|evidencia|comprobante"],
  [
    "readFrom",
    "read from|measured (?:by|in|with)|medid[oa] (?:por|con|en)|leid[oa] de|data source|fuente de datos",
  ],
  ["baseline", "baseline|today|current(?: value)?|starting point|linea (?:de )?base|valor actual|hoy|actual"],
  [
    "dependsOn",
    "depends on|depend(?:ent|s) (?:up)?on|dependenc(?:y|ies)|prerequisites?|blocked by|waits for|requires|depende de|dependencias?|requisitos previos|bloquead[oa] por|requiere|espera a",
  ],
  ["title", "theme|focus|name|title|tema|enfoque|nombre"],
  [
    "aside",
    "budget|costs?|resources?|team|people|tools?|notes?|assumptions?|status|priority|comments?|stakeholders?|presupuesto|costes?|costos?|recursos|equipo|herramientas|notas?|supuestos|estado|prioridad|comentarios|interesados|why|scope|out of scope|alcance|fuera de alcance|example|ejemplo|examples|ejemplos|contents|indice|references|referencias",
  ],
];

const MATCHERS = PATTERNS.map(([role, source]) => ({
  role,
  pattern: new RegExp(`^(?:${source})(?: (?:for|para) .{1,40})?$`, "u"),
}));

/** The role of a label or of a heading that is nothing but a label, misspelt or not; null when it is not one. */
export function labelRole(text: string): LabelRole | null {
  const name = nameOf(text);
  if (name === "" || name.length > 60) return null;
  const role = exactRole(name);
  if (role) return role;
  const near = nearLabel(name);
  return near === null ? null : exactRole(near);
}

/** The label that a misspelt one was read as; null for a label that is spelt well, and for other words. */
export function misspeltLabel(text: string): string | null {
  const name = nameOf(text);
  const near = name === "" || exactRole(name) ? null : nearLabel(name);
  return near === `${name}s` || name === `${near}s` ? null : near;
}

function nameOf(text: string): string {
  return folded(text.replace(/\s*\([^()]*\)\s*:?$/, ""));
}

function exactRole(name: string): LabelRole | null {
  return MATCHERS.find(({ pattern }) => pattern.test(name))?.role ?? null;
}

export interface LabelledText {
  label: string;
  role: LabelRole | null;
  rest: string;
}

/** Splits "Label: rest". The role is null when the label is not a known one; null when there is no label. */
export function splitLabel(text: string): LabelledText | null {
  const colon = text.indexOf(":");
  if (colon > 0 && colon <= 60) {
    const label = text.slice(0, colon).trim();
    const rest = text.slice(colon + 1).trim();
    // A colon inside a word or a number ("3:1", "LTV:CAC") is not a label's.
    if (rest === "" || /\s/.test(text[colon + 1] ?? "")) return { label, role: labelRole(label), rest };
  }
  const dash = /^([^–—-]{3,60}?)\s+[–—-]\s+(.+)$/u.exec(text);
  const role = dash ? labelRole(dash[1] ?? "") : null;
  return dash && role ? { label: dash[1] ?? "", role, rest: dash[2] ?? "" } : null;
}
