import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, it } from "node:test";
import { Webhook } from "standardwebhooks";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { recordEvent } from "#kernel/events/record.ts";
import { systemActor } from "#kernel/actor.ts";
import { WebhookDisabled } from "#modules/platform/events.ts";
import { newId } from "#kernel/ids.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

/** A receiver on loopback that answers with the status set. */
async function openReceiver() {
  const messages: { headers: IncomingHttpHeaders; body: string }[] = [];
  const receiver = { messages, status: 200, url: "", close: () => {} };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    messages.push({ headers: request.headers, body });
    response.writeHead(receiver.status).end("seen");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  receiver.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return receiver;
}

/** Lets some event happen and reach the subscribers. */
async function happen(house: TestApp): Promise<void> {
  const origin = { actor: systemActor("trial"), now: house.clock.now(), requestId: "r" };
  const payload = { endpointId: newId(), reason: "trial" };
  await recordEvent(house.app.database.db, WebhookDisabled, payload, origin);
  await house.drain();
}

const deliveries = async (house: TestApp, endpointId: string) =>
  (await house.call("platform.list_deliveries", { endpointId })).items;

/** Runs the newest delivery of an endpoint once. */
async function deliver(house: TestApp, endpointId: string): Promise<void> {
  const [newest] = await deliveries(house, endpointId);
  await house.runJob("platform.deliver_webhook", { deliveryId: newest!.deliveryId });
}

describe("webhooks", () => {
  let house: TestApp;
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  before(async () => {
    receiver = await openReceiver();
    house = await openTestApp({ env: { CAIRN_WEBHOOKS_ALLOW_PRIVATE: "1" } });
  });
  after(async () => {
    await house.close();
    receiver.close();
  });
  beforeEach(() => {
    receiver.status = 200;
    receiver.messages.length = 0;
  });
  const create = (events = ["*"]) => house.call("platform.create_webhook", { url: receiver.url, events });
  const endpointOf = async (endpointId: string) =>
    (await house.call("platform.list_webhooks", {})).items.find((item) => item.endpointId === endpointId);

  it("tells an endpoint of an event once, signed, and logs it", async () => {
    const { endpointId, secret } = await create(["platform.webhook_disabled"]);
    await happen(house);
    await house.drain();
    await deliver(house, endpointId);
    await deliver(house, endpointId);
    assert.equal(receiver.messages.length, 1);
    const [{ body, headers }] = receiver.messages as [(typeof receiver.messages)[0]];
    assert.equal(
      headers["webhook-signature"],
      new Webhook(secret).sign(
        String(headers["webhook-id"]),
        new Date(house.clock.now().epochMilliseconds),
        body,
      ),
    );
    const { type, timestamp, data } = JSON.parse(body);
    assert.deepEqual(
      [type, timestamp, data.reason],
      ["platform.webhook_disabled", "2027-01-04T09:00:00Z", "trial"],
    );
    const [logged, ...others] = await deliveries(house, endpointId);
    assert.deepEqual([logged?.status, logged?.eventId, others], ["delivered", headers["webhook-id"], []]);
    assert.deepEqual(
      logged?.log.map(({ statusCode, response }) => [statusCode, response]),
      [[200, "seen"]],
    );
    await house.call("platform.delete_webhook", { endpointId });
  });

  it("does not tell of what happened before, of other events, nor when it is off", async () => {
    await happen(house);
    house.clock.advance({ seconds: 1 });
    const { endpointId: late } = await create();
    const { endpointId: off } = await create();
    await house.call("platform.update_webhook", { endpointId: off, enabled: false });
    await house.drain();
    assert.deepEqual(await deliveries(house, late), []);
    await happen(house);
    assert.equal((await deliveries(house, late)).length, 1);
    assert.deepEqual(await deliveries(house, off), []);
    for (const endpointId of [late, off]) await house.call("platform.delete_webhook", { endpointId });
    await happen(house);
    assert.equal((await deliveries(house, late)).length, 1);
  });

  it("tries again later, gives up after three days, switches off and says so", async () => {
    const { endpointId } = await create();
    receiver.status = 500;
    await happen(house);
    await deliver(house, endpointId);
    const [first] = await deliveries(house, endpointId);
    assert.equal(first?.status, "pending");
    assert.equal(first?.nextAttemptAt, house.clock.now().add({ seconds: 5 }).toString());
    for (let attempt = 2; attempt <= 10; attempt++) {
      const [waiting] = await deliveries(house, endpointId);
      house.clock.set(Temporal.Instant.from(waiting!.nextAttemptAt!));
      await deliver(house, endpointId);
    }
    const [last] = await deliveries(house, endpointId);
    assert.deepEqual([last?.status, last?.attempts, last?.log.length], ["failed", 10, 10]);
    const endpoint = await endpointOf(endpointId);
    assert.equal(endpoint?.enabled, false);
    assert.match(endpoint?.disabledReason ?? "", /3 days/);
    const told = sql`SELECT id FROM kernel.event WHERE name = 'platform.webhook_disabled'
                     AND payload->>'endpointId' = ${endpointId}`;
    assert.equal((await rows(house.app.database.db, told)).length, 1);

    receiver.status = 200;
    const { deliveryId } = last!;
    await assert.rejects(house.call("platform.replay_delivery", { deliveryId }), {
      code: "platform.webhook_off",
    });
    await house.call("platform.update_webhook", { endpointId, enabled: true });
    await house.call("platform.replay_delivery", { deliveryId });
    await house.runJob("platform.deliver_webhook", { deliveryId });
    assert.equal(
      (await deliveries(house, endpointId)).find((d) => d.deliveryId === deliveryId)?.status,
      "delivered",
    );
    await house.call("platform.delete_webhook", { endpointId });
  });

  it("sends once when two workers take the same delivery", async () => {
    const { endpointId } = await create();
    const { deliveryId } = await house.call("platform.send_test_event", { endpointId });
    const run = () => house.runJob("platform.deliver_webhook", { deliveryId });
    await Promise.all([run(), run(), run(), run()]);
    assert.equal(receiver.messages.length, 1);
    assert.equal(JSON.parse(receiver.messages[0]!.body).type, "platform.test");
  });

  it("signs with both secrets for a day after a change", async () => {
    const { endpointId, secret: old } = await create();
    const { secret, previousSecretUntil } = await house.call("platform.rotate_webhook_secret", {
      endpointId,
    });
    const signatures = async () => {
      await house.call("platform.send_test_event", { endpointId });
      await deliver(house, endpointId);
      const { headers, body } = receiver.messages.at(-1)!;
      const expected = (key: string) =>
        new Webhook(key).sign(
          String(headers["webhook-id"]),
          new Date(house.clock.now().epochMilliseconds),
          body,
        );
      return { sent: headers["webhook-signature"], expected };
    };
    const within = await signatures();
    assert.equal(within.sent, `${within.expected(secret)} ${within.expected(old)}`);
    house.clock.set(Temporal.Instant.from(previousSecretUntil));
    const later = await signatures();
    assert.equal(later.sent, later.expected(secret));
  });

  it("keeps secrets to itself after the first answer", async () => {
    const { endpointId, secret } = await create();
    const listed = JSON.stringify(await house.call("platform.list_webhooks", {}));
    assert.ok(listed.includes(endpointId) && !listed.includes(secret.slice(6)));
    for (const role of ["editor", "viewer"] as const)
      await assert.rejects(house.call("platform.list_webhooks", {}, role), { kind: "forbidden" });
  });

  it("refuses events that nobody declares and addresses with a password", async () => {
    await assert.rejects(create(["nobody.knows"]), { code: "platform.webhook_event_unknown" });
    const url = receiver.url.replace("http://", "http://user:pass@");
    await assert.rejects(house.call("platform.create_webhook", { url, events: ["*"] }), {
      code: "platform.webhook_address_not_allowed",
    });
  });
});

describe("webhooks where private addresses are not allowed", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  for (const url of [
    "http://example.test/",
    "https://127.0.0.1/",
    "https://0x7f.1/",
    "https://[::ffff:10.0.0.1]/",
    "https://169.254.169.254/latest/meta-data",
    "https://localhost/",
    "ftp://example.test/",
  ])
    it(`refuses ${url}`, async () => {
      await assert.rejects(house.call("platform.create_webhook", { url, events: ["*"] }), {
        code: "platform.webhook_address_not_allowed",
      });
    });

  it("does not connect when a name leads inside", async () => {
    const { endpointId } = await house.call("platform.create_webhook", {
      url: "https://receiver.test/",
      events: ["*"],
    });
    const { db } = house.app.database;
    await db.execute(
      sql`UPDATE platform.webhook_endpoint SET url = 'https://localhost:1/' WHERE id = ${endpointId}`,
    );
    await house.call("platform.send_test_event", { endpointId });
    await deliver(house, endpointId);
    const [delivery] = await deliveries(house, endpointId);
    assert.match(delivery?.log[0]?.error ?? "", /private address/);
  });
});

describe("webhooks in sandbox mode", () => {
  it("are held", async () => {
    const house = await openTestApp({ env: { CAIRN_SANDBOX: "1", CAIRN_WEBHOOKS_ALLOW_PRIVATE: "1" } });
    const { endpointId } = await house.call("platform.create_webhook", {
      url: "http://127.0.0.1:1/",
      events: ["*"],
    });
    await house.call("platform.send_test_event", { endpointId });
    await deliver(house, endpointId);
    const status = sql`SELECT status, attempts FROM platform.webhook_delivery WHERE endpoint_id = ${endpointId}`;
    assert.deepEqual(await firstRow(house.app.database.db, status), { status: "held", attempts: 0 });
    await house.close();
  });
});
