import { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { defineJob, type JobContext } from "#kernel/jobs/job.ts";
import { digestMail, type NoticeText } from "#modules/platform/notice-mail.ts";
import { digestMoment } from "#modules/platform/rules/digest-moment.ts";

interface Reader {
  id: string;
  name: string;
  email: string;
  zone: string | null;
}

const waitingReaders = ({ db }: JobContext) =>
  rows<Reader>(
    db,
    sql`SELECT id, name, email, zone FROM auth.person
        WHERE disabled_at IS NULL AND EXISTS (
          SELECT FROM platform.notification AS n
          WHERE n.person_id = person.id AND n.delivery = 'digest' AND n.digest_on IS NULL)
        ORDER BY id`,
  );

/** Takes what was written until this morning into the day's digest; gives what the person has not read yet. */
async function take(tx: Tx, reader: Reader, day: { on: string; morning: string }): Promise<NoticeText[]> {
  const taken = await rows<NoticeText & { unread: boolean; id: string }>(
    tx,
    sql`UPDATE platform.notification SET digest_on = ${day.on}
        WHERE person_id = ${reader.id} AND delivery = 'digest' AND digest_on IS NULL AND created_at < ${day.morning}
        RETURNING id, title, body, href, read_at IS NULL AS unread`,
  );
  return taken.filter(({ unread }) => unread).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function sendDigest(context: JobContext, reader: Reader, company: { name: string; zone: string }) {
  const { db, now, mail, config } = context;
  const zone = reader.zone ?? company.zone;
  const moment = digestMoment(now, zone);
  if (!moment) return;
  const on = moment.on.toString();
  await db.transaction(async (tx) => {
    const claimed = await firstRow(
      tx,
      sql`INSERT INTO platform.notification_digest (person_id, "on", zone, sent_at)
          VALUES (${reader.id}, ${on}, ${zone}, ${now.toString()}) ON CONFLICT DO NOTHING RETURNING "on"`,
    );
    if (!claimed) return;
    const notices = await take(tx, reader, { on, morning: moment.morning.toString() });
    if (notices.length === 0) return;
    await mail.queue(tx, {
      ...digestMail(config, company.name, notices),
      to: reader.email,
      toName: reader.name,
      kind: "platform.digest",
      personId: reader.id,
      idempotencyKey: `digest:${reader.id}:${on}`,
    });
  });
}

/** Sends each person the morning's digest of their zone: one mail a local day, and none when nothing waits. */
export const sendDigests = defineJob({
  name: "platform.send_digests",
  title: "Send the daily digests",
  input: z.object({}),
  schedule: "*/15 * * * *",
  run: async (context) => {
    const company = await context.company();
    for (const reader of await waitingReaders(context)) {
      if (context.signal.aborted) return;
      await sendDigest(context, reader, company);
    }
  },
});
