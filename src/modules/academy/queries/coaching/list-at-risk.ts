import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { type AtRisk, AtRiskPage, ListAtRisk } from "#modules/academy/contract/coaching.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";

const iso = (at: string): string => Temporal.Instant.from(at).toString();

/** Students who may not finish, with the reasons, those at risk for longest first. Errors: `academy.cursor_unknown`. */
export const listAtRisk = defineQuery({
  name: "academy.list_at_risk",
  title: "List students at risk",
  http: "GET /academy/at-risk",
  access: "academy:read",
  input: ListAtRisk,
  output: AtRiskPage,
  run: async ({ db, input }) => {
    const place = readCursor(input.cursor, 2);
    const text = input.text.toLowerCase();
    const found = rows<AtRisk>(
      db,
      sql`SELECT r.id AS "episodeId", r.enrollment_id AS "enrollmentId", p.name, p.email, c.title AS "courseTitle",
            to_jsonb(r.reasons) AS reasons, to_jsonb(r.began_at) AS "beganAt",
            to_jsonb(e.last_active_at) AS "lastActiveAt", to_jsonb(m.sent_at) AS "nudgedAt"
          FROM academy.risk_episode r JOIN academy.enrollment e ON e.id = r.enrollment_id
            JOIN academy.course c ON c.id = e.course_id JOIN auth.person p ON p.id = e.person_id
            LEFT JOIN academy.coaching_mail m ON m.enrollment_id = r.enrollment_id AND m.kind = 'nudge'
              AND m.occasion = r.id::text
          WHERE r.ended_at IS NULL
            AND (${text} = '' OR position(${text} in lower(p.name || ' ' || p.email)) > 0)
            AND (${input.course ?? null}::text IS NULL OR c.slug = ${input.course ?? null}::text)
            AND (${input.reason ?? null}::text IS NULL OR ${input.reason ?? null}::text = ANY (r.reasons))
            ${place ? sql`AND (r.began_at, r.id) > (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql``}
          ORDER BY r.began_at, r.id LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = await pageOf(found, input.limit, (row) => [row.beganAt, row.episodeId]);
    return {
      items: items.map((row) => ({
        ...row,
        beganAt: iso(row.beganAt),
        lastActiveAt: row.lastActiveAt && iso(row.lastActiveAt),
        nudgedAt: row.nudgedAt && iso(row.nudgedAt),
      })),
      nextCursor,
    };
  },
});
