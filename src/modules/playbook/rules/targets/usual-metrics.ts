/** A metric that plans name before a module measures it. */
export interface UsualMetric {
  key: string;
  title: string;
  unit: "count" | "percent" | "money";
}

/** The metrics a plan's words are read to mean, in words for people; the importer infers no others. */
export const USUAL_METRICS: readonly UsualMetric[] = [
  { key: "people.customers_active", title: "Active customers", unit: "count" },
  { key: "people.customer_retention_rate", title: "Customer retention", unit: "percent" },
  { key: "billing.revenue_monthly", title: "Revenue of the last month", unit: "money" },
  { key: "billing.active_subscribers", title: "Active subscribers", unit: "count" },
  { key: "academy.enrollments", title: "Course enrolments", unit: "count" },
  { key: "site.pages_published", title: "Published pages", unit: "count" },
  { key: "site.posts_published", title: "Published posts", unit: "count" },
  { key: "team.headcount_active", title: "People employed", unit: "count" },
];

/** The usual metric of a key, or undefined for one that only this plan knows. */
export const usualMetric = (key: string): UsualMetric | undefined =>
  USUAL_METRICS.find((metric) => metric.key === key);
