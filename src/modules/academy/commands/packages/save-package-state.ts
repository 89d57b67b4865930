import { actorPersonId } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { SavedPackageState, SavePackageState } from "#modules/academy/contract/packages.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { recordPackageResult } from "#modules/academy/learning/record-progress.ts";
import { readItemStates, rollUp } from "#modules/academy/packages/item-states.ts";
import { getLaunch, itemOf, LAUNCH_HOURS, type LaunchRow } from "#modules/academy/packages/launch-row.ts";
import { bestOf, type CmiResult, readCmi } from "#modules/academy/rules/packages/read-cmi.ts";
import type { z } from "zod";

type Save = z.output<typeof SavePackageState>;
type Before = Pick<CmiResult, "completion" | "success" | "scorePpm"> & { launch: number; seq: number };

const findBefore = (tx: Tx, { enrollment_id, package_id, item_id }: LaunchRow) =>
  firstRow<Before>(
    tx,
    sql`SELECT completion, success, score_ppm AS "scorePpm", launch_number AS launch, seq FROM academy.package_state
        WHERE enrollment_id = ${enrollment_id} AND package_id = ${package_id} AND item_id = ${item_id} FOR UPDATE`,
  );

async function keep(
  tx: Tx,
  launch: LaunchRow,
  { save, result, now }: { save: Save; result: CmiResult; now: string },
) {
  // A session that never ends goes on where it was: nothing was decided by who was cut off.
  const goesOn = !save.isEnd || result.isSuspended;
  await tx.execute(
    sql`INSERT INTO academy.package_state AS s (enrollment_id, account_id, package_id, item_id, launch_number, seq, cmi,
          completion, success, score_ppm, session_ms, is_suspended, saved_at, completed_at)
        VALUES (${launch.enrollment_id}, ${launch.account_id}, ${launch.package_id}, ${launch.item_id}, ${launch.number},
          ${save.seq}, ${JSON.stringify(save.cmi)}::jsonb, ${result.completion}, ${result.success}, ${result.scorePpm},
          ${result.sessionMs}, ${goesOn}, ${now}, ${result.completion === "completed" ? now : null})
        ON CONFLICT (enrollment_id, package_id, item_id) DO UPDATE SET launch_number = excluded.launch_number,
          seq = excluded.seq, cmi = excluded.cmi, completion = excluded.completion, success = excluded.success,
          score_ppm = excluded.score_ppm, session_ms = excluded.session_ms, is_suspended = excluded.is_suspended,
          saved_at = excluded.saved_at, completed_at = coalesce(s.completed_at, excluded.completed_at)`,
  );
}

async function extend({ tx, now, input }: CommandContext<Save>, launch: LaunchRow): Promise<void> {
  await tx.execute(
    sql`UPDATE academy.package_launch SET expires_at = ${now.add({ hours: LAUNCH_HOURS }).toString()},
          ended_at = ${input.isEnd ? now.toString() : null} WHERE id = ${launch.id}`,
  );
}

/** Keeps what a student's item sent, unless something newer is there, and counts it for the lesson. */
async function keepOfStudent(context: CommandContext<Save>, launch: LaunchRow) {
  const { tx, input, now } = context;
  // The lock of a student's work: saves of one student come one after the other.
  const enrollment = await lockEnrollment(tx, launch.enrollment_id ?? "");
  const before = await findBefore(tx, launch);
  const isReplaced = before !== undefined && before.launch > launch.number;
  const states = {
    packageId: launch.package_id,
    enrollmentId: launch.enrollment_id,
    manifest: launch.manifest,
  };
  if (isReplaced || (before && before.launch === launch.number && before.seq >= input.seq))
    return { isKept: false, isReplaced, isComplete: rollUp(await readItemStates(tx, states)).isCompleted };
  const kind = launch.kind === "scorm12" ? "scorm12" : "scorm2004";
  const result = bestOf(before, readCmi(kind, input.cmi, itemOf(launch).masteryPpm));
  await keep(tx, launch, { save: input, result, now: now.toString() });
  await extend(context, launch);
  const whole = rollUp(await readItemStates(tx, states));
  if (launch.lesson_key)
    await recordPackageResult(context, { enrollment, lessonKey: launch.lesson_key, ...whole });
  return { isKept: true, isReplaced: false, isComplete: whole.isCompleted };
}

/**
 * Keeps the data model of an item as the content committed it. Once this answered, it is kept: a killed tab or server
 * loses nothing of it. Errors: `academy.launch_over`, `academy.launch_of_another`.
 */
export const savePackageState = defineCommand({
  name: "academy.save_package_state",
  title: "Save what a package keeps of a student",
  http: "PUT /academy/my/package-states/:token",
  access: "customer",
  unaudited: true,
  input: SavePackageState,
  output: SavedPackageState,
  run: async (context) => {
    const launch = await getLaunch(context.tx, context.input.token, context.now);
    if (launch.person_id !== actorPersonId(context.actor))
      throw refuse("forbidden", "academy.launch_of_another", "This window belongs to somebody else.");
    if (launch.enrollment_id === null) return { isKept: false, isReplaced: false, isComplete: false };
    return keepOfStudent(context, launch);
  },
});
