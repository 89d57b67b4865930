import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { createNode, createPlan } from "#test/factories/plan.ts";
import type { TestApp } from "#test/harness.ts";

/** A small plan in force, by the ids of its parts. */
export interface ThreeInARow {
  planId: string;
  phaseId: string;
  periodId: string;
  a: string;
  b: string;
  c: string;
}

/** Three packages of two weeks one after the other, from Monday 4 January 2027, with a gate on 12 February. */
export async function threeInARow(house: TestApp): Promise<ThreeInARow> {
  const { db } = house.app.database;
  await db.execute(sql`UPDATE playbook.plan SET archived_at = now() WHERE archived_at IS NULL`);
  const planId = await createPlan(db);
  const phaseId = await createNode(db, {
    planId,
    kind: "phase",
    text: "Foundation",
    startsOn: "2027-01-04",
    endsOn: "2027-02-15",
  });
  const periodId = await createNode(db, {
    planId,
    kind: "period",
    text: "Month 1",
    parentId: phaseId,
    phaseId,
    startsOn: "2027-01-04",
    endsOn: "2027-02-15",
  });
  const work = async (text: string, startsOn: string, endsOn: string) => {
    const id = await createNode(db, {
      planId,
      kind: "workPackage",
      text,
      parentId: periodId,
      phaseId,
      startsOn,
      endsOn,
    });
    const dueOn = Temporal.PlainDate.from(endsOn).subtract({ days: 1 }).toString();
    const inside = { planId, parentId: id, phaseId, workPackageId: id, startsOn, endsOn };
    await createNode(db, { ...inside, kind: "deliverable", text: `${text}: report`, dueOn });
    await createNode(db, { ...inside, kind: "criterion", text: `${text}: agreed`, dueOn });
    await createNode(db, { ...inside, kind: "deliverable", text: `${text}: early`, dueOn: startsOn });
    return id;
  };
  const a = await work("Research", "2027-01-04", "2027-01-16");
  const b = await work("Build", "2027-01-18", "2027-01-30");
  const c = await work("Launch", "2027-02-01", "2027-02-13");
  await db.execute(
    sql`INSERT INTO playbook.gate (id, plan_id, phase_id, due_on) VALUES (gen_random_uuid(), ${planId}, ${phaseId}, '2027-02-12')`,
  );
  return { planId, phaseId, periodId, a, b, c };
}

/** The planned days of a part of the plan. */
export const plannedDays = async (house: TestApp, id: string) =>
  firstRow<{ startsOn: string; endsOn: string; dueOn: string }>(
    house.app.database.db,
    sql`SELECT starts_on AS "startsOn", ends_on AS "endsOn", due_on AS "dueOn" FROM playbook.node WHERE id = ${id}`,
  );

/** Due dates of what lies in a work package, in the order of the plan. */
export const duesIn = async (house: TestApp, id: string) =>
  (
    await rows<{ due: string }>(
      house.app.database.db,
      sql`SELECT due_on AS due FROM playbook.node WHERE work_package_id = ${id} AND id <> ${id} ORDER BY position`,
    )
  ).map(({ due }) => due);
