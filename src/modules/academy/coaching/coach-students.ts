import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { JobContext } from "#kernel/jobs/job.ts";
import { readCoachingSettings } from "#modules/academy/coaching/coaching-settings.ts";
import { queueCoachingMail } from "#modules/academy/coaching/queue-coaching-mail.ts";
import { type FollowedStudent, readFollowed } from "#modules/academy/coaching/read-followed.ts";
import type { CoachingSettings } from "#modules/academy/contract/coaching.ts";
import { chooseMail, type DueMail } from "#modules/academy/rules/coaching/choose-mail.ts";
import { judgeRisk, type RiskReason } from "#modules/academy/rules/coaching/judge-risk.ts";

const BATCH = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

interface Judged {
  student: FollowedStudent;
  reasons: RiskReason[];
}

/** Begins, renews and ends episodes of being at risk, in three statements for all. Gives the open one of each. */
async function settleEpisodes(tx: Tx, judged: readonly Judged[], now: Temporal.Instant) {
  const at = now.toString();
  const open = judged
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ student, reasons }) => ({
      id: newId(),
      enrollment_id: student.enrollmentId,
      account_id: student.accountId,
      reasons,
    }));
  const fine = judged
    .filter(({ reasons }) => reasons.length === 0)
    .map(({ student }) => student.enrollmentId);
  await tx.execute(
    sql`UPDATE academy.risk_episode SET ended_at = ${at}
        WHERE ended_at IS NULL AND enrollment_id = ANY (${sql.param(fine)}::uuid[])`,
  );
  const episodes = await rows<{ id: string; enrollment_id: string }>(
    tx,
    sql`INSERT INTO academy.risk_episode (id, enrollment_id, account_id, reasons, began_at)
        SELECT r.id, r.enrollment_id, r.account_id, ARRAY(SELECT jsonb_array_elements_text(r.reasons)), ${at}
        FROM jsonb_to_recordset(${JSON.stringify(open)}::jsonb)
          AS r (id uuid, enrollment_id uuid, account_id uuid, reasons jsonb)
        ON CONFLICT (enrollment_id) WHERE ended_at IS NULL DO UPDATE SET reasons = excluded.reasons
        RETURNING id, enrollment_id`,
  );
  return new Map(episodes.map((episode) => [episode.enrollment_id, episode.id]));
}

const isWanted = ({ kind }: DueMail, settings: CoachingSettings): boolean =>
  kind === "day_3" || kind === "day_10" ? settings.sendsWelcomeSequence : settings.sendsReminders;

async function coachBatch(
  house: JobContext,
  followed: readonly FollowedStudent[],
  settings: CoachingSettings,
) {
  const { now } = house;
  const judged = followed.map((student) => ({ student, reasons: judgeRisk(student.risk, now) }));
  await house.db.transaction(async (tx) => {
    const episodes = await settleEpisodes(tx, judged, now);
    for (const { student, reasons } of judged) {
      const episode = episodes.get(student.enrollmentId);
      const isNew = episode !== undefined && !student.mail.sent.has(`nudge ${episode}`);
      const due = chooseMail({ ...student.mail, openEpisode: isNew ? episode : null }, now);
      if (!student.wantsMail || !due || !isWanted(due, settings)) continue;
      await queueCoachingMail(
        { ...house, tx, now },
        { enrollmentId: student.enrollmentId, ...due, reason: reasons[0] },
      );
    }
  });
}

/** Ends episodes of students who do not learn any more: finished, suspended, gone. */
const closeLeft = (house: JobContext) =>
  house.db.execute(
    sql`UPDATE academy.risk_episode r SET ended_at = ${house.now.toString()} FROM academy.enrollment e
        WHERE e.id = r.enrollment_id AND r.ended_at IS NULL AND (e.status <> 'active' OR e.completed_at IS NOT NULL)`,
  );

/** Looks at every student who learns now: who is at risk, and who is to be written to this hour. Safe to run again. */
export async function coachStudents(house: JobContext): Promise<void> {
  const settings = await readCoachingSettings(house.db);
  await closeLeft(house);
  for (let after = FIRST; !house.signal.aborted; ) {
    const followed = await readFollowed(house.db, { after, limit: BATCH, now: house.now });
    const last = followed.at(-1);
    if (!last) return;
    await coachBatch(house, followed, settings);
    after = last.enrollmentId;
  }
}
