import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { defaultDelivery } from "#modules/platform/notice-kinds.ts";
import { noticeMail } from "#modules/platform/notice-mail.ts";

/** Something people should know. */
export interface Notice {
  personIds: readonly string[];
  /** A kind that a module declares under `notices`, such as `playbook.assigned`. */
  kind: string;
  /** One sentence without a full stop; it is the subject of a mail. */
  title: string;
  body?: string;
  /** A path of the house, such as `/console/plan`. */
  href: string;
  /** The same key never reaches the same person twice. */
  dedupeKey: string;
}

type NotifyContext = Pick<CommandContext<unknown>, "tx" | "now" | "config" | "mail" | "runtime">;

interface Written {
  id: string;
  person_id: string;
  delivery: string;
}

/** Writes a row for everybody who has not switched the kind off and has not been told before. */
function write(
  tx: Tx,
  notice: Notice,
  facts: { now: Temporal.Instant; fallback: string },
): Promise<Written[]> {
  const people = [...new Set(notice.personIds)].map((personId) => ({ id: newId(), person_id: personId }));
  return rows<Written>(
    tx,
    sql`INSERT INTO platform.notification (id, person_id, kind, title, body, href, dedupe_key, delivery, created_at)
        SELECT p.id, p.person_id, ${notice.kind}, ${notice.title}, ${notice.body ?? ""}, ${notice.href},
               ${notice.dedupeKey}, coalesce(c.delivery, ${facts.fallback}), ${facts.now.toString()}
        FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS p(id uuid, person_id uuid)
        LEFT JOIN platform.notification_preference AS c ON c.person_id = p.person_id AND c.kind = ${notice.kind}
        WHERE coalesce(c.delivery, ${facts.fallback}) <> 'off'
        ON CONFLICT (person_id, dedupe_key) DO NOTHING
        RETURNING id, person_id, delivery`,
  );
}

async function mailAtOnce(
  { tx, config, mail }: NotifyContext,
  notice: Notice,
  told: Written[],
): Promise<void> {
  const ids = told.map(({ person_id }) => person_id);
  const recipients = await rows<{ id: string; name: string; email: string }>(
    tx,
    sql`SELECT id, name, email FROM auth.person WHERE id = ANY(${sql.param(ids)}::uuid[]) AND disabled_at IS NULL`,
  );
  const content = noticeMail(config, { title: notice.title, body: notice.body ?? "", href: notice.href });
  for (const { id, name, email } of recipients)
    await mail.queue(tx, {
      ...content,
      to: email,
      toName: name,
      kind: notice.kind,
      personId: id,
      idempotencyKey: `notice:${id}:${notice.dedupeKey}`.slice(0, 200),
    });
}

/**
 * Tells people something in the caller's transaction, each as they chose for the kind: in the console, by mail at
 * once, or in the next morning's digest. Safe to call twice. Returns how many were told now.
 */
export async function notify(context: NotifyContext, notice: Notice): Promise<number> {
  if (!/^\/(?![/\\])/.test(notice.href))
    throw new Error(`A notice leads to a path of the house, not ${notice.href}`);
  if (notice.personIds.length === 0) return 0;
  const fallback = defaultDelivery(context.runtime().registry, notice.kind);
  const told = await write(context.tx, notice, { now: context.now, fallback });
  const byMail = told.filter(({ delivery }) => delivery === "mail");
  if (byMail.length > 0) await mailAtOnce(context, notice, byMail);
  return told.length;
}
