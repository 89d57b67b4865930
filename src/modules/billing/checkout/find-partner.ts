import type { Tx } from "#kernel/db/database.ts";

/** Who sent the buyer, unless they sent themselves; null without a known code. */
export async function findPartner(
  _tx: Tx,
  _sale: { code: string | null; accountId: string; personId: string; email: string; taxId: string | null },
): Promise<string | null> {
  return null;
}
