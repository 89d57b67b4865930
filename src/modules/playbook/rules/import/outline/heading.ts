import { type LabelRole, labelRole } from "../labels.ts";
import { findBareMonths, findTime, type TimeExpression } from "../time/expression.ts";
import { bareHeading, folded } from "../words.ts";

/** Parts of a document that are about the plan without being steps of it. */
export type Area = "plan" | "overview" | "kpis" | "factors" | "risks" | "milestones";

/** What a heading means. `time` is the stretch it names, in front ("Month 1: …") or behind ("… (Months 1-6)"). */
export type Heading =
  | { role: "phase"; label: string; title: string; number: string; time: TimeExpression | null }
  | { role: "time"; label: string; title: string; time: TimeExpression }
  | {
      role: "area";
      area: Exclude<Area, "plan">;
      title: string;
      phase: string | null;
      time: TimeExpression | null;
    }
  | { role: "label"; label: LabelRole; title: string; time: TimeExpression | null }
  | { role: "skip"; why: string; title: string }
  | {
      role: "plain";
      title: string;
      time: TimeExpression | null;
      explicitWork: boolean;
      label?: string;
      as?: Named;
    };

/** What a plain heading calls itself: "Milestone 1: …" a stage of the plan, "Objective 1: …" an aim with results. */
export type Named = "stage" | "aim";

const NUMBER_WORDS =
  "one|two|three|four|five|six|seven|eight|nine|ten|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez";
const PHASE = new RegExp(
  `^(phase|fase|stage|etapa|wave|oleada|ola)\\s{0,3}(?:n[º°o.]{1,2}\\s?)?#?(\\d{1,3}|[ivx]{1,5}|[a-h]|${NUMBER_WORDS})(?![\\p{L}\\p{N}])`,
  "iu",
);
const ORDINAL_PHASE =
  /^(first|second|third|fourth|fifth|final|primera|segunda|tercera|cuarta|quinta|[uú]ltima)\s+(phase|stage|fase|etapa)(?!\p{L})/iu;
const NAMED_PHASE =
  /^(?:\p{L}[\p{L}\p{N}&/ -]{1,40}\s(?:phase|stage)|(?:fase|etapa)\s(?:de|del)\s\p{L}[\p{L}\p{N}/ -]{1,40})$/iu;
const WORK =
  /^(work ?packages?|wp|work ?streams?|epic|paquete de trabajo|pt|initiative|iniciativa|l[ií]nea de trabajo)(?:\s{0,2}[#-]?\d{1,3}(?:\.\d{1,3})?)?\s*(?=[:.–—-]|$)/iu;
const SEPARATOR = /^\s*[:.–—|,-]+\s*/u;
// Words that make "Phase 1 …" or "Q3 …" a text about that phase or time, not the phase itself.
const ABOUT =
  /^(?:(?:key|success|financial|implementation) )?(?:metrics?|kpis?|targets?|goals?|objectives?|results?|reports?|review|retro(?:spective)?|budget|costs?|risks?|summary|recap|overview|update|notes|checklist|success (?:metrics|criteria|factors)|exit criteria|gate|metricas|indicadores|resultados|informe|resumen|presupuesto|riesgos|objetivos|revision)\b/;
const CONTENTS =
  /^(?:table of contents|contents|toc|indice(?: de contenidos)?|contenidos?|tabla de contenidos?|sumario)$/;
const EXAMPLE =
  /^(?:an? |un |una )?(?:worked |sample |ejemplo |plantilla )?(?:example|sample|template|ejemplo|plantilla|appendix|anexo|apendice|glossary|glosario|how to (?:use|read)|como (?:usar|leer))\b/;

/** Reads a heading by its words alone. Whether it is what it looks like depends on what stands under it. */
export function readHeading(text: string): Heading {
  const bare = bareHeading(text);
  const plain = folded(bare);
  if (CONTENTS.test(plain))
    return { role: "skip", why: "a contents list is not part of the plan", title: bare };
  if (EXAMPLE.test(plain))
    return { role: "skip", why: "an example or appendix is not part of the plan", title: bare };
  return phaseHeading(bare) ?? timeHeading(bare) ?? areaOrPlain(bare);
}

function phaseHeading(bare: string): Heading | null {
  const match = PHASE.exec(bare) ?? ORDINAL_PHASE.exec(bare);
  if (!match || (/[a-h]$/.test(match[2] ?? "") && (match[2] ?? "").length === 1)) return namedPhase(bare);
  const { rest: after, time: inFront } = withoutLeadingBracket(
    bare.slice(match[0].length).replace(OF_HOW_MANY, ""),
  );
  const behind = withoutTrailingTime(after.replace(SEPARATOR, "").trim());
  const { title } = behind;
  const time = behind.time ?? inFront;
  const number = phaseNumber(match);
  const about = ABOUT.exec(folded(title))?.[0];
  if (about !== undefined && (!SEPARATOR.test(after) || about === folded(title))) {
    return aboutPhase(bare, { title, number, time });
  }
  return { role: "phase", label: match[0], title: inWords(title), number, time };
}

// "Phase 1 of 3: …"
const OF_HOW_MANY = /^\s{0,2}(?:of|de|\/)\s{0,2}\d{1,2}(?=\W|$)/iu;

/** " (Q1 2027): Foundation" → the time in the bracket, and what follows it. */
function withoutLeadingBracket(text: string): { rest: string; time: TimeExpression | null } {
  const match = /^\s*[([]([^()[\]]{2,40})[)\]]\s*(.+)$/u.exec(text);
  const time = match ? findTime(match[1] ?? "") : null;
  if (!match || !time || !isMostly(match[1] ?? "", time)) return { rest: text, time: null };
  const rest = match[2] ?? "";
  return { rest: SEPARATOR.test(rest) ? rest : `: ${rest}`, time: { ...time, text: match[1] ?? "" } };
}

interface AboutPhase {
  title: string;
  number: string;
  time: TimeExpression | null;
}

function aboutPhase(bare: string, { title, number, time }: AboutPhase): Heading {
  const area =
    areaOf(folded(title)) ??
    (/^(?:targets?|results?|goals?|objectives?|objetivos)/.test(folded(title)) ? "kpis" : null);
  if (area) return { role: "area", area, title: bare, phase: number, time };
  return { role: "skip", why: "a text about a phase is not the phase", title: bare };
}

function namedPhase(bare: string): Heading | null {
  const { title, time } = withoutTrailingTime(bare);
  const [name = "", ...rest] = title.split(/\s*[:–—|]\s+/u);
  if (/\s(?:by|per|each|every|of|in|for)\s(?:phase|stage)$/i.test(name)) return null;
  if (!NAMED_PHASE.test(name) || /^(?:the|this|each|every|per|by|next|la|cada|esta)\s/i.test(name))
    return null;
  return {
    role: "phase",
    label: rest.length > 0 ? name : "",
    title: rest.join(": ") || name,
    number: folded(name),
    time,
  };
}

function phaseNumber(match: RegExpExecArray): string {
  const word = folded(match[0])
    .replace(/^(?:phase|fase|stage|etapa|wave|oleada|ola)\s*(?:n\W{1,2})?#?/, "")
    .trim();
  const words = NUMBER_WORDS.split("|");
  const position = words.indexOf(word);
  if (position >= 0) return String(position < 10 ? position + 1 : Math.max(1, position - 10));
  const roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].indexOf(word);
  if (roman >= 0) return String(roman + 1);
  const ordinals = [
    /^(?:first|primera)/,
    /^(?:second|segunda)/,
    /^(?:third|tercera)/,
    /^(?:fourth|cuarta)/,
    /^(?:fifth|quinta)/,
  ];
  const ordinal = ordinals.findIndex((one) => one.test(word));
  return ordinal >= 0 ? String(ordinal + 1) : word;
}

function timeHeading(bare: string): Heading | null {
  const found = findTime(bare) ?? yearHeading(bare) ?? findBareMonths(bare);
  if (!found || found.start > 0) return null;
  const { rest: after, time: bracketed } = withoutLeadingBracket(bare.slice(found.end));
  // A sprint says how long it is in brackets, if at all.
  const ending = withoutTrailingTime(after.replace(SEPARATOR, "").trim());
  const stated = found.word === "sprint" ? (bracketed ?? ending.time) : null;
  const time = stated ? { ...stated, word: found.word } : found;
  const separated = /^\s*(?:[:.–—|,(-]|$)/u.test(after);
  const whole = after
    .replace(SEPARATOR, "")
    .trim()
    .replace(/^\(([^()]*)\)$/, "$1")
    .trim();
  const title = found.word === "sprint" && !bracketed && ending.time ? ending.title : whole;
  const about = ABOUT_TIME.exec(folded(title))?.[0];
  if (about !== undefined && (!separated || about === folded(title))) {
    const area = areaOf(folded(title));
    if (area) return { role: "area", area, title: bare, phase: null, time };
    return { role: "skip", why: "a text about a time is not a step of the plan", title: bare };
  }
  const aside = /^(\([^()]{1,40}\))\s*[:–—|-]\s*(.+)$/u.exec(title);
  const label = bare.slice(0, found.end).trim();
  if (aside) return { role: "time", label: `${label} ${aside[1] ?? ""}`, title: aside[2] ?? "", time };
  return { role: "time", label, title: inWords(title), time };
}

/** A title of marks alone is none. */
function inWords(title: string): string {
  return /[\p{L}\p{N}]/u.test(title) ? title : "";
}

const ABOUT_TIME =
  /^(?:(?:key|success|financial) )?(?:metrics?|kpis?|results?|reports?|review|retro(?:spective)?|budget|costs?|risks?|summary|recap|update|notes|metricas|indicadores|resultados|informe|resumen|presupuesto|riesgos|revision)\b/;

function yearHeading(bare: string): TimeExpression | null {
  const match = /^(20\d\d)(?=\s*(?:[:–—|(-]|$))/u.exec(bare);
  if (!match || /^20\d\d-\d\d/.test(bare)) return null;
  const first = Number(match[1]) * 12;
  return { start: 0, end: 4, word: "year", calendar: { from: first, to: first + 11 } };
}

const NAMED: [Named, RegExp][] = [
  ["stage", /^((?:milestone|hito)\s?#?\d{1,2})\s*[:.–—|-]\s*(\S.*)$/iu],
  ["aim", /^((?:objective|objetivo)\s?#?\d{1,2}(?:\.\d{1,2})?|O\d{1,2})\s*[:.–—|-]\s*(\S.*)$/iu],
];

function namedHeading(title: string, time: TimeExpression | null): Heading | null {
  for (const [as, pattern] of NAMED) {
    const match = pattern.exec(title);
    if (match)
      return { role: "plain", title: match[2] ?? "", label: match[1] ?? "", time, explicitWork: false, as };
  }
  return null;
}

function areaOrPlain(bare: string): Heading {
  const { title, time } = withoutTrailingTime(bare);
  const calledSo = namedHeading(title, time);
  if (calledSo) return calledSo;
  const work = WORK.exec(title);
  const named = work ? title.slice(work[0].length).replace(SEPARATOR, "").trim() : "";
  if (work && named) {
    // "Work package: Overview" only says what it is; "Work package 3: Overview" also says which.
    const label = /\d/.test(work[0]) ? { label: work[0].trim() } : {};
    return { role: "plain", title: named, time, explicitWork: true, ...label };
  }
  const label = labelRole(title);
  const name = folded(title);
  const area = areaOf(name);
  const phase = new RegExp(PHASE.source.slice(1), "iu").exec(bare);
  if (area && (!label || areaOfLabel(label) === area)) {
    return { role: "area", area, title: bare, phase: phase && phaseNumber(phase), time };
  }
  if (label) return { role: "label", label, title, time };
  return { role: "plain", title, time, explicitWork: work !== null };
}

/** The part of the plan that a label opens when it stands as a heading of its own. */
export function areaOfLabel(label: LabelRole): Exclude<Area, "plan"> | null {
  if (label === "kpis") return "kpis";
  if (label === "risks" || label === "mitigations") return "risks";
  if (label === "factors" || label === "overview" || label === "milestones") return label;
  return null;
}

const AREAS: [Exclude<Area, "plan">, RegExp][] = [
  ["factors", /success factors?$|^factores (?:clave |criticos )?(?:de |del |para el )exito/],
  [
    "risks",
    /(?:^|\s)risks?(?: (?:register|log|mitigation|mitigations|management|assessment|matrix|analysis|plan|mitigation plan|and (?:mitigations?|contingenc(?:y|ies)|issues|responses|assumptions|dependencies)))?$|^mitigation (?:strateg(?:y|ies)|plans?)$|^(?:(?:registro|matriz|gestion|mitigacion|analisis|plan) de )?riesgos?(?: (?:y|e) (?:mitigacion(?:es)?|medidas|respuestas|contingencias?)| clave| principales)?$/,
  ],
  [
    "kpis",
    /(?:^|\s)(?:kpis?|metrics|scorecard|performance indicators|targets)(?: (?:and|y) (?:kpis?|metrics|targets|metas|objetivos))?(?: (?:dashboard|scorecard|targets?|table|summary|framework|(?:by|per) (?:phase|stage|wave|quarter|year|period|month|milestone)))?$|^(?:cuadro de mando|(?:metricas|indicadores|metas|kpis?)(?: (?:clave|por (?:fase|etapa|ola|trimestre|ano|periodo|mes|hito)|de (?:exito|desempeno|rendimiento|la? \w+|negocio|fase \d+)|y \w+|del? \w+))*)$/,
  ],
  [
    "milestones",
    /(?:^|\s)milestones?(?: (?:table|summary|and (?:gates|dates)))?$|^hitos?(?: (?:clave|principales|del? \w+))*$/,
  ],
  [
    "overview",
    /^(?:overview|summary|executive summary)$|(?:^|\s)(?:implementation|project|plan|strategy|executive|programme|program|business|company|roadmap|playbook|phase) (?:overview|summary)$|^(?:resumen(?: ejecutivo| del (?:plan|proyecto))?|vision general(?: del? \w+)?|panorama general)$/,
  ],
];

function areaOf(name: string): Exclude<Area, "plan"> | null {
  return AREAS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** "Foundation (Months 1-6)", "Foundation – Months 1-6", "Foundation [Q1]" → title and time. */
export function withoutTrailingTime(text: string): { title: string; time: TimeExpression | null } {
  const bracket = /^(.*?)\s*[([]([^()[\]]{2,60})[)\]]\s*$/u.exec(text);
  const inside = bracket ? (findTime(bracket[2] ?? "") ?? findBareMonths(bracket[2] ?? "")) : null;
  if (bracket && inside && isMostly(bracket[2] ?? "", inside))
    return {
      title: (bracket[1] ?? "").replace(/\s*[:–—|,-]\s*$/u, ""),
      time: { ...inside, text: bracket[2] ?? "" },
    };
  const cut = /^(.{2,}?)\s*(?:[:–—|,]|\s-)\s+([^:–—|,]{2,40}(?:\s?[–—-]\s?[^:–—|,]{1,20})?)$/u.exec(text);
  const behind = cut ? findTime(cut[2] ?? "") : null;
  if (cut && behind && behind.start === 0 && behind.end === (cut[2] ?? "").length)
    return { title: cut[1] ?? "", time: { ...behind, text: cut[2] ?? "" } };
  return { title: text, time: null };
}

function isMostly(text: string, time: TimeExpression): boolean {
  const around = folded(text.slice(0, time.start) + text.slice(time.end));
  return (
    /^(?:|weeks?|months?|approx|aprox|about|from|in|de|en|del|due|by|target)$/.test(around) ||
    around.length <= 12
  );
}
