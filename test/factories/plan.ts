import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { NodeKind } from "#modules/playbook/rules/import/types.ts";

interface NodeGiven {
  planId: string;
  kind: NodeKind;
  text: string;
  parentId?: string;
  phaseId?: string;
  workPackageId?: string;
  completesId?: string;
  ownerId?: string;
  startsOn?: string;
  endsOn?: string;
  dueOn?: string;
}

const CREATED = "2027-01-01T00:00:00Z";
let position = 0;

/** Writes a plan in force that starts on a Monday. */
export async function createPlan(db: Db, given: { title?: string; startOn?: string } = {}): Promise<string> {
  const id = newId();
  const { title = "A plan", startOn = "2027-01-04" } = given;
  await db.execute(
    sql`INSERT INTO playbook.plan (id, title, start_on, currency, created_at)
        VALUES (${id}, ${title}, ${startOn}, 'USD', ${CREATED})`,
  );
  return id;
}

/** Writes one node; each stands on a line of its own, in the order of the calls. */
export async function createNode(db: Db, given: NodeGiven): Promise<string> {
  const id = newId();
  position += 1;
  const { planId, kind, text, parentId = null, phaseId = null, workPackageId = null } = given;
  const { completesId = null, ownerId = null, startsOn = null, endsOn = null, dueOn = null } = given;
  await db.execute(
    sql`INSERT INTO playbook.node (id, plan_id, kind, path, parent_id, phase_id, work_package_id, position, text,
          line_from, line_to, completes_id, owner_id, starts_on, ends_on, due_on, added_at)
        VALUES (${id}, ${planId}, ${kind}, ${`${kind}/${position}`}, ${parentId}, ${phaseId}, ${workPackageId},
          ${position}, ${text}, ${position}, ${position}, ${completesId}, ${ownerId}, ${startsOn}, ${endsOn},
          ${dueOn}, ${CREATED})`,
  );
  return id;
}

/** A small plan: one phase of six months, one work package of two weeks, what is given as its deliverables. */
export interface SmallPlan {
  planId: string;
  phaseId: string;
  workPackageId: string;
  deliverables: string[];
}

/** Writes a small plan with deliverables due on 15 January 2027. */
export async function createSmallPlan(
  db: Db,
  texts: readonly string[] = ["Website and landing pages"],
): Promise<SmallPlan> {
  const planId = await createPlan(db);
  const phaseId = await createNode(db, {
    planId,
    kind: "phase",
    text: "Foundation",
    startsOn: "2027-01-04",
    endsOn: "2027-07-01",
  });
  const workPackageId = await createNode(db, {
    planId,
    kind: "workPackage",
    text: "Public presence",
    parentId: phaseId,
    phaseId,
    startsOn: "2027-01-04",
    endsOn: "2027-01-16",
  });
  const deliverables: string[] = [];
  for (const text of texts)
    deliverables.push(
      await createNode(db, {
        planId,
        kind: "deliverable",
        text,
        parentId: workPackageId,
        phaseId,
        workPackageId,
        dueOn: "2027-01-15",
      }),
    );
  return { planId, phaseId, workPackageId, deliverables };
}
