import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("cleaning up", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  const counts = () =>
    firstRow(
      house.app.database.db,
      sql`SELECT (SELECT count(*) FROM kernel.idempotency_key) AS keys,
                 (SELECT count(*) FROM kernel.rate_limit) AS limits,
                 (SELECT count(*) FROM kernel.mail) AS mails,
                 (SELECT count(*) FROM platform.webhook_delivery) AS deliveries,
                 (SELECT count(*) FROM platform.webhook_attempt) AS attempts,
                 (SELECT count(*) FROM platform.notification) AS notices`,
    );

  it("removes what is old and keeps what is not", async () => {
    const { db, mail } = { db: house.app.database.db, mail: house.app.services.mail };
    const letter = { to: "a@b.test", subject: "S", text: "T", kind: "trial", idempotencyKey: "k" };
    await mail.queue(db, letter);
    await house.call("platform.create_webhook", { url: "https://receiver.test/", events: ["*"] });
    const now = house.clock.now().toString();
    await db.execute(sql`INSERT INTO kernel.idempotency_key (actor, key, operation, input_sha256, created_at)
                         VALUES ('a', 'k', 'o', 's', ${now})`);
    await db.execute(sql`INSERT INTO kernel.rate_limit (key, points, expire)
                         VALUES ('spent', 1, ${house.clock.now().epochMilliseconds + 1000}), ('for ever', 1, NULL)`);
    const deliveryId = newId();
    await db.execute(sql`INSERT INTO platform.webhook_delivery (id, endpoint_id, event_id, event_name, body, status, created_at, settled_at)
                         SELECT ${deliveryId}, id, ${newId()}, 'e', '{}', 'delivered', ${now}, ${now} FROM platform.webhook_endpoint`);
    await db.execute(sql`INSERT INTO platform.webhook_attempt (id, delivery_id, at, duration_ms)
                         VALUES (${newId()}, ${deliveryId}, ${now}, 1)`);
    await db.execute(sql`INSERT INTO platform.notification (id, person_id, kind, title, href, dedupe_key, delivery, created_at)
                         VALUES (${newId()}, ${newId()}, 'k', 't', '/', 'd', 'app', ${now})`);
    const all = { keys: 1, limits: 2, mails: 1, deliveries: 1, attempts: 1, notices: 1 };
    await house.runJob("platform.clean_up");
    assert.deepEqual(await counts(), all);
    house.clock.advance({ days: 8 });
    await house.runJob("platform.clean_up");
    assert.deepEqual(await counts(), { ...all, keys: 0, limits: 1 });
    house.clock.advance({ days: 180 });
    await house.runJob("platform.clean_up");
    assert.deepEqual(await counts(), {
      keys: 0,
      limits: 1,
      mails: 0,
      deliveries: 0,
      attempts: 0,
      notices: 0,
    });
  });
});
