import type { StaffRole } from "#kernel/actor.ts";
import type { Db } from "#kernel/db/database.ts";
import type { Module } from "#kernel/module.ts";
import { createPeople } from "#test/factories/people.ts";
import { createSmallPlan, type SmallPlan } from "#test/factories/plan.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

/** A house with people and a small plan in it. */
export interface PlanHouse {
  house: TestApp;
  plan: SmallPlan;
  db: Db;
  /** Calls as a role, editor unless said; `T` is the output the caller expects. */
  call<T = unknown>(operation: string, input: unknown, role?: StaffRole): Promise<T>;
}

/** Opens a house of the modules given, with a person for each role and a small plan of these deliverables. */
export async function openPlanHouse(options: {
  modules: readonly Module[];
  deliverables?: readonly string[];
  start?: string;
}): Promise<PlanHouse> {
  const house = await openTestApp({ modules: options.modules, start: options.start });
  const { db } = house.app.database;
  await createPeople(house);
  const plan = await createSmallPlan(db, options.deliverables);
  return {
    house,
    plan,
    db,
    call: <T>(operation: string, input: unknown, role: StaffRole = "editor") =>
      house.app.call(operation, input, { actor: house.person(role), surface: "http" }) as Promise<T>,
  };
}
