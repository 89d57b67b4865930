import type { z } from "zod";
import type { ReviewPage } from "#modules/playbook/contract/reviews.ts";
import { pageContext } from "#web/context.ts";
import { allPages, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/reviews-csv.ts";

const PAGE = 200;

/** All weekly reviews. */
export async function loader({ context }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const rows = await allPages(async (cursor) => {
    const page = await call<z.output<typeof ReviewPage>>("playbook.list_reviews", { cursor, limit: PAGE });
    return { rows: page.reviews, next: page.nextCursor };
  });
  return csvResponse(
    "reviews.csv",
    [
      { header: "week", value: (row) => row.week },
      { header: "from", value: (row) => row.covers.start },
      { header: "until_before", value: (row) => row.covers.end },
      { header: "headline", value: (row) => row.headline },
      { header: "drafted_at", value: (row) => row.draftedAt },
      { header: "signed_at", value: (row) => row.signedAt },
      { header: "signed_by", value: (row) => row.signedName },
      { header: "open_actions", value: (row) => row.openActions },
      { header: "comments", value: (row) => row.comments },
    ],
    rows,
  );
}
