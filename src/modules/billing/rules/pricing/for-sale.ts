/** What decides whether a price is on sale. Instants ISO 8601; null: none. */
export interface SaleWindow {
  soldFromAt: string;
  soldUntilAt: string | null;
  offer: { archivedAt: string | null };
  product: { archivedAt: string | null };
}

const notBefore = (now: Temporal.Instant, at: string) => Temporal.Instant.compare(now, at) >= 0;

/** True while a price may be bought: from its first instant (inclusive) to its end (exclusive), nothing archived. */
export const isForSale = (
  { soldFromAt, soldUntilAt, offer, product }: SaleWindow,
  now: Temporal.Instant,
): boolean =>
  notBefore(now, soldFromAt) &&
  (soldUntilAt === null || !notBefore(now, soldUntilAt)) &&
  offer.archivedAt === null &&
  product.archivedAt === null;
