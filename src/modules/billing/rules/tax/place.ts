// Directive (EU) 2022/542: since then online events are taxed where the consumer lives, not where they are held.
const LIVE_FOLLOWS_CONSUMER_FROM = "2025-01-01";

/**
 * Whether a consumer's own place decides. Electronic services: yes (Article 58 of Directive 2006/112/EC). Live events
 * online: since 2025 (Article 54). Work by people: no, the supplier's place decides (Article 45). What is unknown counts
 * as electronic, which is what Cairn sells.
 */
export function followsConsumer(category: string, on: string): boolean {
  if (category === "consulting") return false;
  if (category === "course_live" || category === "education_exempt") return on >= LIVE_FOLLOWS_CONSUMER_FROM;
  return true;
}

/** Whether it is work by people to consumers outside of the EU, taxed at their place (Article 59 (c)). */
export const isAdvice = (category: string): boolean => category === "consulting";

/** Whether the law of sales taxes in the US sees a digital product in it; everything else is a service there. */
export const isDigital = (category: string): boolean =>
  category !== "consulting" && category !== "course_live" && category !== "education_exempt";
