import type { Quantity } from "../types.ts";

/** How to recognise a metric: all that is given must hold. Patterns see lower-case text without accents. */
export interface MetricRule {
  metric: string;
  /** What the number counts. Money and percentages have their own `measure`. */
  measure: "count" | "percent" | "money";
  /** The unit behind the number, or, where there is none, the label before it. */
  noun?: RegExp;
  /** Words that must stand somewhere in the text. */
  context?: RegExp;
  /** Words that make it another number with a similar name: newsletter subscribers are not subscriptions. */
  unless?: RegExp;
  window?: Quantity["window"];
}

/** The metrics a plan can be read to mean, in order of precedence. Modules name them; this list only reads words. */
export const METRIC_RULES: readonly MetricRule[] = [
  {
    metric: "people.customer_retention_rate",
    measure: "percent",
    context: /\b(?:retention|retain\w*|retencion|fideliza\w*)\b/,
    unless:
      /\b(?:employee|staff|team|talent|empleados|equipo|talento|revenue|net dollar|ingresos|data|datos|\d+[ -]?(?:day|week|dias?|semanas?)|d\d+)\b/,
  },
  {
    metric: "billing.revenue_monthly",
    measure: "money",
    context: /\b(?:revenues?|mrr|ingresos|facturacion|sales|ventas)\b/,
    window: "monthly",
    unless: /\b(?:per (?:customer|user|employee|account)|por cliente|arpu|arr)\b/,
  },
  {
    metric: "academy.enrollments",
    measure: "count",
    noun: /\b(?:enrol?lments?|enrol?led(?: students)?|course sign-?ups|inscripciones|inscritos|matriculas|matriculados)\b/,
  },
  {
    metric: "academy.enrollments",
    measure: "count",
    noun: /\b(?:students?|learners?|alumnos|estudiantes)\b/,
    context: /\b(?:course|enrol\w*|cursos?|academy|academia|inscri\w*|matricul\w*)\b/,
  },
  {
    metric: "billing.active_subscribers",
    measure: "count",
    noun: /\b(?:subscribers?|subscriptions?|suscriptores|suscripciones|abonados)\b/,
    unless:
      /\b(?:newsletter|e-?mail|mailing|youtube|channel|podcast|blog|telegram|free|trial|boletin|correo|canal|gratuit\w*|prueba)\b/,
  },
  {
    metric: "people.customers_active",
    measure: "count",
    noun: /\b(?:customers?|clients?|clientes)\b/,
    unless:
      /\b(?:new|potential|prospective|beta|pilot|enterprise|reference|lost|interview\w*|nuev[oa]s|potenciales|piloto|referencia|entrevist\w*)\b/,
  },
  {
    metric: "site.pages_published",
    measure: "count",
    noun: /\b(?:pages?|paginas?|landings)\b/,
    unless: /\b(?:views?|visits?|vistas|visitas|ebook|whitepaper|report|document|manual|informe|documento)\b/,
  },
  {
    metric: "site.posts_published",
    measure: "count",
    noun: /\b(?:posts?|articles?|articulos|entradas|publicaciones)\b/,
    unless: /\b(?:social|linkedin|instagram|facebook|twitter|tiktok|guest|press|redes|prensa|invitad\w*)\b/,
  },
  {
    metric: "team.headcount_active",
    measure: "count",
    noun: /\b(?:employees?|headcount|staff|team members?|ftes?|empleados|empleadas|plantilla|trabajadores|miembros del equipo|team(?: size)?|equipo)\b/,
    unless: /\b(?:trained|training|satisf\w*|certified|formados|teams)\b/,
  },
  {
    metric: "team.headcount_active",
    measure: "count",
    noun: /\b(?:people|personas|members?|miembros|personnel|personal)\b/,
    context: /\b(?:team|headcount|equipo|plantilla|staff)\b/,
    unless: /\b(?:trained|training|community|comunidad|satisf\w*)\b/,
  },
];

/**
 * The metric a quantity in a text is about, or null when the text does not say: a number that may mean two
 * things is asked about, never guessed.
 */
export function inferMetric(quantity: Quantity, text: string): string | null {
  if (quantity.op === "delta") return null;
  const measure = quantity.currency ? "money" : quantity.unit === "%" ? "percent" : "count";
  const lower = withoutAccents(text);
  const label = withoutAccents(labelOf(text, quantity.raw));
  const unit = withoutAccents(quantity.unit ?? "");
  if (measure === "count" && /^(?:x|ratio|pp|bps|\/\d+)$/.test(unit)) return null;
  const around = `${label} ${unit} ${nearby(lower, withoutAccents(quantity.raw))}`;
  const rule = METRIC_RULES.find(
    (one) =>
      one.measure === measure &&
      (!one.noun || (unit === "" ? isLabelFor(one.noun, label) : endsWith(one.noun, unit))) &&
      (!one.context || one.context.test(lower)) &&
      (!one.window || one.window === quantity.window) &&
      !one.unless?.test(around),
  );
  if (!rule) return null;
  // "20 posts per month" is a pace; the metric counts all of them.
  const pace = measure === "count" && quantity.window !== null;
  return pace ? null : rule.metric;
}

// "Customers: 100", "Customers > 100" and "Team of 12" all name what they count in front.
function labelOf(text: string, raw: string): string {
  const colon = /^([^:]{1,60}):\s/.exec(text)?.[1];
  if (colon !== undefined) return colon;
  const before = text.slice(0, Math.max(0, text.indexOf(raw))).trim();
  return before.length <= 60 ? before.replace(/\s(?:of|de|at|is|to|a)$/iu, "") : "";
}

const BEFORE = "(?:(?:total|active|paying|paid|published|number of|no\\.? of|numero de|total de) )*";
const BEHIND =
  "(?: (?:count|total|base|size|active|live|published|activos|activas|totales|de pago|publicad[oa]s))*";

// "Customers", "Number of customers" and "Customer base", but not "Customer satisfaction".
function isLabelFor(noun: RegExp, label: string): boolean {
  return new RegExp(`^${BEFORE}${noun.source}${BEHIND}$`).test(label);
}

// "10 landing pages" counts pages; "10 customer interviews" does not count customers.
function endsWith(noun: RegExp, unit: string): boolean {
  return new RegExp(`${noun.source}$`).test(unit);
}

function nearby(text: string, raw: string): string {
  const at = text.indexOf(raw);
  return at < 0 ? raw : text.slice(Math.max(0, at - 30), at + raw.length + 20);
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
