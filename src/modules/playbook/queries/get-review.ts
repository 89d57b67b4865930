import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { sha256Hex } from "#kernel/ids.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { GetReview, Review } from "#modules/playbook/contract/reviews.ts";
import { actionRows } from "#modules/playbook/queries/actions.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";
import type { ReviewDraft } from "#modules/playbook/rules/review/types.ts";
import { weekDays } from "#modules/playbook/rules/review/week-days.ts";

interface Row {
  id: string;
  week: string;
  draft: ReviewDraft;
  summary: string;
  draftedAt: string;
  signedAt: string | null;
  signedBy: { id: string; name: string } | null;
  signedName: string | null;
  frozen: string | null;
  sha256: string | null;
  comments: number;
}

const MOST_ACTIONS = 500;

async function findRow(db: Db, reviewId: string): Promise<Row> {
  const row = await firstRow<Row>(
    db,
    sql`SELECT r.id, r.week, r.draft, r.summary, ${isoAt(sql`r.drafted_at`)} AS "draftedAt",
               ${isoAt(sql`r.signed_at`)} AS "signedAt", ${personRef(sql`r.signed_by`)} AS "signedBy",
               r.signed_name AS "signedName", r.frozen, r.sha256,
               (SELECT count(*)::int FROM playbook.comment c WHERE c.subject_kind = 'review' AND c.subject_id = r.id
                  AND c.removed_at IS NULL) AS comments
        FROM playbook.review r WHERE r.id = ${reviewId}`,
  );
  if (!row) throw refuse("not_found", "playbook.review_not_found", "This review is not here.");
  return row;
}

/** What was signed, and whether both its digest and what is shown beside it are still the same. */
function signatureOf(row: Row): z.output<typeof Review>["signed"] {
  const { signedAt, signedBy, signedName, frozen, sha256 } = row;
  if (signedAt === null || frozen === null || sha256 === null) return null;
  const signed = JSON.parse(frozen) as { draft: ReviewDraft; summary: string };
  const isShown =
    signed.summary === row.summary && JSON.stringify(signed.draft) === JSON.stringify(row.draft);
  return {
    at: signedAt,
    by: signedBy,
    name: signedName ?? "",
    sha256,
    intact: isShown && sha256Hex(frozen) === sha256,
  };
}

/** One weekly review with the actions agreed in it. Errors: `playbook.review_not_found`. */
export const getReview = defineQuery({
  name: "playbook.get_review",
  title: "Show a weekly review",
  http: "GET /playbook/reviews/:reviewId",
  access: "playbook:read",
  input: GetReview,
  output: Review,
  load: (db, { reviewId }) => findRow(db, reviewId),
  run: async ({ db }, row) => {
    const { id, week, draft, summary, draftedAt, comments } = row;
    return {
      id,
      week,
      covers: weekDays(week),
      asOf: draft.asOf,
      headline: draft.headline,
      sections: draft.sections,
      summary,
      draftedAt,
      signed: signatureOf(row),
      actions: await actionRows(db, { where: sql`a.review_id = ${id}`, limit: MOST_ACTIONS }),
      comments,
    };
  },
});
