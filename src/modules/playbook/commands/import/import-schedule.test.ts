import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { commandContext } from "#kernel/operation/execute.ts";
import { importSchedule } from "#modules/playbook/commands/import/import-schedule.ts";
import { nodeRows } from "#modules/playbook/commands/import/node-rows.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { storedNodes } from "#modules/playbook/queries/stored-nodes.ts";
import { readPlan } from "#modules/playbook/rules/import/index.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const markdown = (given: { second?: string; third?: string } = {}) => `# Small plan

## Phase 1: Foundation (Months 1-2)

### Month 1: Direction

#### Weeks 1-2: Decide

**Deliverables:**

- Business plan

#### ${given.second ?? "Weeks 3-4"}: Gather

Depends on: Decide

**Deliverables:**

- Signed contracts

### Month 2: Making

#### Weeks 1-2: Make

${given.third ?? "Depends on: Gather; Nobody knows"}

**Deliverables:**

- First course
`;

describe("laying an imported plan out in time", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
    const content = Buffer.from(markdown()).toString("base64");
    await house.call("playbook.import_plan", { fileName: "plan.md", content, startOn: "2027-01-04" });
  });
  after(() => house.close());

  const lay = async (text: string) => {
    const { db } = house.app.database;
    const plan = await getActivePlan(db);
    const reading = readPlan(Buffer.from(text), { fileName: "plan.md" });
    const known = new Map((await storedNodes(db, plan.id)).map(({ path, id }) => [path, id]));
    return db.transaction((tx) => {
      const call = { actor: house.person("owner"), requestId: "test", now: house.clock.now() };
      const context = commandContext(house.app, tx, call, undefined);
      return importSchedule(context, plan, {
        reading,
        nodes: nodeRows(reading, known, plan.startOn),
        first: false,
      });
    });
  };
  const links = async () =>
    (
      await rows<{ link: string }>(
        house.app.database.db,
        sql`SELECT f.text || ' > ' || t.text AS link FROM playbook.dependency d
            JOIN playbook.node f ON f.id = d.from_id JOIN playbook.node t ON t.id = d.to_id
            WHERE d.removed_at IS NULL ORDER BY 1`,
      )
    ).map(({ link }) => link);
  const starts = async () =>
    Object.fromEntries(
      (
        await rows<{ text: string; start: string }>(
          house.app.database.db,
          sql`SELECT text, starts_on AS start FROM playbook.node WHERE kind = 'workPackage' ORDER BY position`,
        )
      ).map(({ text, start }) => [text, start]),
    );

  it("links what the source says and changes nothing the second time", async () => {
    await lay(markdown());
    await lay(markdown());
    assert.deepEqual(await links(), ["Decide > Gather", "Gather > Make"]);
    assert.deepEqual(await starts(), { Decide: "2027-01-04", Gather: "2027-01-18", Make: "2027-02-04" });
  });

  it("pushes what follows when the source moves work, and drops the links it drops", async () => {
    await lay(markdown({ second: "Weeks 1-2", third: "Depends on: Decide" }));
    assert.deepEqual(await links(), ["Decide > Gather", "Decide > Make"]);
    // Gather is written beside Decide but waits for it.
    assert.deepEqual(await starts(), { Decide: "2027-01-04", Gather: "2027-01-18", Make: "2027-02-04" });
    await lay(markdown());
    assert.deepEqual(await links(), ["Decide > Gather", "Gather > Make"]);
  });

  it("does not bring back a link that a person removed, nor close a ring", async () => {
    const timeline = await house.call("playbook.get_timeline", {});
    const gather = timeline.rows.find(({ title }) => title === "Gather")!;
    const link = timeline.links.find(({ toId }) => toId === gather.id)!;
    await house.call("playbook.remove_dependency", { dependencyId: link.dependencyId });
    const make = timeline.rows.find(({ title }) => title === "Make")!;
    const decide = timeline.rows.find(({ title }) => title === "Decide")!;
    await house.call("playbook.add_dependency", {
      fromId: make.id,
      toId: decide.id,
      type: "SS",
      lagDays: -30,
    });
    await lay(markdown({ third: "Depends on: Decide; Gather" }));
    assert.deepEqual(await links(), ["Gather > Make", "Make > Decide"]);
  });

  it("keeps what a person moved where it is, with lines and targets in it", async () => {
    const timeline = await house.call("playbook.get_timeline", {});
    const make = timeline.rows.find(({ title }) => title === "Make")!;
    await house.call("playbook.move_work_package", { workPackageId: make.id, startsOn: "2027-03-01" });
    await lay(markdown({ third: "Depends on: Gather" }));
    assert.equal((await starts()).Make, "2027-03-01");
  });
});
