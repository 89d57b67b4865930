import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { ReviewDecision } from "#modules/playbook/rules/review/types.ts";

/** As many questions are named one by one; more are counted. */
const NAMED_QUESTIONS = 3;
/** Waivers are decided on again this many days before they end. */
const WAIVER_NOTICE = 14;

// A signed review cannot be changed any more, so it names nobody: who was erased must not live on in it.
const OWNED = "its owner";

const questions = (db: Db, planId: string) =>
  rows<{ id: string; message: string; total: number }>(
    db,
    sql`SELECT id, message, count(*) OVER ()::int AS total FROM playbook.question
        WHERE plan_id = ${planId} AND answered_at IS NULL AND withdrawn_at IS NULL
        ORDER BY line_from, id LIMIT ${NAMED_QUESTIONS}`,
  );

const undecided = (db: Db, planId: string, today: string) =>
  rows<ReviewDecision>(
    db,
    sql`SELECT x.id, 'experiment' AS kind, 'what follows from the experiment “' || x.title || '”' AS title,
               CASE WHEN x.owner_id IS NOT NULL THEN ${OWNED} END AS owner, x.ends_on AS due
        FROM playbook.experiment x
        WHERE x.plan_id = ${planId} AND x.removed_at IS NULL AND x.decision IS NULL AND x.ends_on <= ${today}
        UNION ALL
        SELECT g.id, 'gate', 'whether the waiver for “' || n.text || '” goes on',
               CASE WHEN w.author_id IS NOT NULL THEN ${OWNED} END, w.expires_on
        FROM playbook.waiver w
        JOIN playbook.gate g ON g.id = w.gate_id AND g.opened_at IS NULL
        JOIN playbook.node n ON n.id = w.node_id
        WHERE g.plan_id = ${planId} AND w.revoked_at IS NULL AND w.expires_on >= ${today}
          AND w.expires_on < ${today}::date + ${WAIVER_NOTICE}::int
        ORDER BY due, id LIMIT 50`,
  );

function questionDecisions(
  found: readonly { id: string; message: string; total: number }[],
): ReviewDecision[] {
  const [first] = found;
  if (!first) return [];
  if (first.total <= NAMED_QUESTIONS)
    return found.map(({ id, message }) => ({
      id,
      kind: "question",
      title: message.replace(/[.?]$/, ""),
      owner: null,
      due: null,
    }));
  return [
    {
      id: first.id,
      kind: "question",
      title: `${first.total} questions the plan leaves open`,
      owner: null,
      due: null,
    },
  ];
}

/** What only people can settle: experiments that ended, waivers that run out, questions the plan leaves open. */
export async function reviewDecisions(db: Db, planId: string, today: string): Promise<ReviewDecision[]> {
  return [...(await undecided(db, planId, today)), ...questionDecisions(await questions(db, planId))];
}
