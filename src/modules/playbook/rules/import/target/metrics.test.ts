import assert from "node:assert/strict";
import { test } from "node:test";
import { findQuantities } from "./grammar.ts";
import { inferMetric } from "./metrics.ts";

function metricsOf(text: string): (string | null)[] {
  return findQuantities(text, { commaDecimals: true }).map((quantity) => inferMetric(quantity, text));
}

test("metrics are read from the unit, the label and the words around", () => {
  const cases: [string, string][] = [
    ["Customer acquisition (200+ customers)", "people.customers_active"],
    ["Customers: 100-500", "people.customers_active"],
    ["100 paying customers", "people.customers_active"],
    ["Customer success and retention (90%+)", "people.customer_retention_rate"],
    ["Retención de clientes del 85% o más", "people.customer_retention_rate"],
    ["Revenue: $50K-$100K monthly", "billing.revenue_monthly"],
    ["$30K MRR", "billing.revenue_monthly"],
    ["Ingresos de 20 mil € mensuales", "billing.revenue_monthly"],
    ["SaaS platform launch success (20+ subscribers)", "billing.active_subscribers"],
    ["Course launch success (50+ enrollments)", "academy.enrollments"],
    ["30+ students in the first course", "academy.enrollments"],
    ["Blog content and articles (20+ posts)", "site.posts_published"],
    ["25+ articles published", "site.posts_published"],
    ["Website and landing pages (5+ pages)", "site.pages_published"],
    ["5 landing pages", "site.pages_published"],
    ["Team: 5-10 employees", "team.headcount_active"],
    ["Team size: 12", "team.headcount_active"],
    ["Plantilla de 5+ empleados", "team.headcount_active"],
  ];
  for (const [text, metric] of cases) assert.deepEqual(metricsOf(text), [metric], text);
});

test("a number that may mean something else has no metric", () => {
  const texts = [
    "500 newsletter subscribers",
    "20 new customers",
    "12 customer interviews",
    "Customer satisfaction: 90",
    "Revenue: $1M",
    "€1.5M ARR",
    "3 posts per week",
    "Employee retention 95%",
    "10+ LinkedIn posts",
    "NPS of 60",
    "$99/month plan",
    "Launch in 3 markets",
    "30-day retention 40%",
    "90%+",
  ];
  for (const text of texts) assert.deepEqual(metricsOf(text), [null], text);
});
