import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { ReviewDraft } from "#modules/playbook/rules/review/types.ts";

/** Items of a section that a digest shows; the page has them all. */
const MOST_ITEMS = 8;

const section = ({ title, items }: ReviewDraft["sections"][number]): string => {
  const shown = items.slice(0, MOST_ITEMS).map(({ text }) => `– ${text}`);
  const more = items.length > MOST_ITEMS ? [`– and ${items.length - MOST_ITEMS} more`] : [];
  return [title, ...shown, ...more].join("\n");
};

/** A review as the text of a mail: headline, what people made of it, the five sections. */
export async function reviewDigest(db: Db, reviewId: string): Promise<string> {
  const review = await firstRow<{ draft: ReviewDraft; summary: string }>(
    db,
    sql`SELECT draft, summary FROM playbook.review WHERE id = ${reviewId}`,
  );
  if (!review) return "";
  const { draft, summary } = review;
  return [draft.headline, summary, ...draft.sections.map(section)].filter(Boolean).join("\n\n");
}
