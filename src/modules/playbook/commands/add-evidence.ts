import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { bindBrought } from "#modules/playbook/commands/bind-brought.ts";
import { judgeDeliverables } from "#modules/playbook/commands/judge-deliverables.ts";
import { AddedEvidence, AddEvidence } from "#modules/playbook/contract/evidence.ts";
import { EvidenceAdded } from "#modules/playbook/events/evidence.ts";
import { canSignNote } from "#modules/playbook/policy.ts";
import { lockPlanDeliverables } from "#modules/playbook/queries/lock-deliverables.ts";
import { signingName } from "#modules/playbook/queries/person-name.ts";

type Item = z.output<typeof AddEvidence>;

const MOST_TITLE = 120;

async function fileName(tx: Tx, fileId: string | undefined): Promise<string> {
  const file = await firstRow<{ name: string }>(
    tx,
    sql`SELECT name FROM kernel.file WHERE id = ${fileId ?? null}`,
  );
  if (!file) throw refuse("invalid", "playbook.file_not_found", "This file is not here. Upload it again.");
  return file.name;
}

function linkTitle(url: string): string {
  const { host, pathname } = new URL(url);
  return pathname === "/" ? host : `${host}${pathname}`;
}

/** What it is called when nobody said: the file's name, the address, the first line of the note. */
async function titleOf(tx: Tx, { kind, title, url = "", fileId, body = "" }: Item): Promise<string> {
  const own = kind === "file" ? await fileName(tx, fileId) : kind === "link" ? linkTitle(url) : body;
  const text = title || (own.split("\n")[0] ?? own);
  return text.length <= MOST_TITLE || title ? text : `${text.slice(0, MOST_TITLE)}…`;
}

async function writeItem(tx: Tx, planId: string, item: Item & { actor: Actor; now: Temporal.Instant }) {
  const { kind, url = null, fileId = null, body = null, actor, now } = item;
  const title = await titleOf(tx, item);
  const signedName = kind === "note" ? await signingName(tx, actor) : null;
  const itemId = newId();
  await tx.execute(
    sql`INSERT INTO playbook.evidence_item (id, plan_id, kind, title, url, file_id, body, signed_name, created_at,
          created_by)
        VALUES (${itemId}, ${planId}, ${kind}, ${title}, ${kind === "link" ? url : null},
          ${kind === "file" ? fileId : null}, ${body}, ${signedName}, ${now.toString()}, ${actorPersonId(actor)})`,
  );
  return { itemId, title };
}

/**
 * Brings a file, a link or a signed note to one deliverable or several, and judges them.
 * Errors: `playbook.file_not_found`, `playbook.person_unknown`; an agent cannot sign a note (`access.forbidden`).
 */
export const addEvidence = defineCommand({
  name: "playbook.add_evidence",
  title: "Bring a file, a link or a signed note as evidence",
  http: "POST /playbook/evidence",
  access: "playbook:report",
  input: AddEvidence,
  output: AddedEvidence,
  load: (tx, { deliverableIds }) => lockPlanDeliverables(tx, deliverableIds),
  allow: (actor, _deliverables, { kind }) => kind !== "note" || canSignNote(actor),
  run: async (context, { planId, ids }) => {
    const { tx, input, now, actor, emit } = context;
    const { itemId, title } = await writeItem(tx, planId, { ...input, actor, now });
    await bindBrought(tx, { itemId, kind: `playbook.${input.kind}`, deliverableIds: ids, now, actor });
    await emit(EvidenceAdded, { itemId, planId, kind: input.kind, title, deliverableIds: ids });
    const deliverables = await judgeDeliverables(context, { planId, deliverableIds: ids });
    return { itemId, deliverables };
  },
});
