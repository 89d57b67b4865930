/** What could prove a deliverable. `filter` is what is asked of the kind; `why` is a plain sentence. */
export type Suggestion = {
  kind: string;
  filter: Record<string, string>;
  minCount: number;
  why: string;
};

type Pattern = { words: RegExp; kind: string; filter?: Record<string, string>; least?: number; why: string };

const PUBLISHED = { status: "published" };

// Read in this order; the first that fits decides. English and Spanish, as the plans are.
const PATTERNS: readonly Pattern[] = [
  {
    words: /\b(blog|posts?|articles?|entradas|art[ií]culos)\b/i,
    kind: "site.post",
    filter: PUBLISHED,
    why: "Published posts show that the writing is out",
  },
  {
    words:
      /\b(web ?site|sitio web|landing pages?|web ?pages?|(published|public|publicadas) pages?|p[aá]ginas?)\b/i,
    kind: "site.page",
    filter: PUBLISHED,
    least: 5,
    why: "Published pages show that the site is there",
  },
  {
    words: /\b(course|curso)\b.*\b(curriculum|content|materials?|launch|contenido|lanzamiento|temario)\b/i,
    kind: "academy.course",
    filter: PUBLISHED,
    why: "A published course shows that it can be taken",
  },
];

const DOCUMENT_TYPES: readonly [RegExp, string][] = [
  [/\b(business plan|plan de negocio)\b/i, "business_plan"],
  [/\b(financial|finance|projections?|forecast|budget|finanzas|presupuesto)\b/i, "financial_plan"],
  [/\b(brand|identity|marca)\b/i, "brand_guide"],
  [/\b(research|analysis|comparison|findings|investigaci[oó]n|an[aá]lisis)\b/i, "research"],
  [/\b(polic(y|ies)|privacy|terms|legal|compliance|pol[ií]tica)\b/i, "policy"],
  [/\b(strategy|strategic|estrategia)\b/i, "strategy"],
  [/\b(guidelines?|guide|checklist|handbook|script|gu[ií]a)\b/i, "guide"],
  [/\b(plan|calendar|timeline|calendario)\b/i, "plan"],
];

// A document is one by its form; the words of DOCUMENT_TYPES alone ("research") do not make one.
const DOCUMENT =
  /\b(documents?|plan|strategy|guidelines?|guide|checklist|handbook|projections?|research|calendar|timeline|documento|estrategia|gu[ií]a)\b/i;

const BROUGHT: readonly Pattern[] = [
  { words: /\b(file|report|register|archivo|informe)\b/i, kind: "playbook.file", why: "A file shows it" },
  {
    words:
      /\b(link|address|platform|system|infrastructure|tools?|features?|interface|enlace|plataforma|sistema)\b/i,
    kind: "playbook.link",
    why: "A link leads to it",
  },
];

/** "…. Proof: ≥ 20 published posts" says itself what proves it. */
const PROOF_CLAUSE = /(?:^|[.;]\s*)(?:proof|evidence|prueba|evidencia):\s*(.+)$/is;
const EXPLICIT: readonly [RegExp, string][] = [
  [/^(an? )?(signed )?note\b|^nota\b/i, "playbook.note"],
  [/^(an? )?file\b|^archivo\b/i, "playbook.file"],
  [/^(an? )?link\b|^enlace\b/i, "playbook.link"],
];

/** Proposes what proves a deliverable, from its text alone. Always gives one; a signed note when nothing else fits. */
export function suggestBinding(text: string): Suggestion {
  const clause = PROOF_CLAUSE.exec(text)?.[1]?.trim();
  if (!clause) return fromWords(text, text);
  const brought = EXPLICIT.find(([words]) => words.test(clause));
  if (brought) return suggestion(brought[1], {}, 1, `The plan names it: ${clause}`);
  return { ...fromWords(clause, text), why: `The plan names it: ${clause}` };
}

function fromWords(clause: string, text: string): Suggestion {
  const pattern = PATTERNS.find(({ words }) => words.test(clause));
  if (pattern) {
    const { kind, filter = {}, least = 1, why } = pattern;
    return suggestion(kind, filter, numberIn(clause) ?? least, why);
  }
  if (DOCUMENT.test(clause)) {
    const type = DOCUMENT_TYPES.find(
      ([words]) => words.test(clause) || (clause !== text && words.test(text)),
    )?.[1];
    const filter: Record<string, string> = type ? { status: "approved", type } : { status: "approved" };
    return suggestion("studio.document", filter, 1, "An approved document shows that it is agreed");
  }
  const brought = BROUGHT.find(({ words }) => words.test(clause));
  if (brought) return suggestion(brought.kind, {}, 1, brought.why);
  return suggestion("playbook.note", {}, 1, "A signed note by who did it");
}

/** The number of things asked for; years and percentages are none. */
function numberIn(text: string): number | null {
  const found = /(?<![\d.,$€])(\d{1,5})(?![\d%]|\s*%|[.,]\d)\+?/.exec(text)?.[1];
  const count = Number(found ?? 0);
  return count > 0 && count < 1900 ? count : null;
}

function suggestion(kind: string, filter: Record<string, string>, minCount: number, why: string): Suggestion {
  return { kind, filter, minCount, why };
}
