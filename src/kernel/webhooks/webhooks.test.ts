import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { webhookWaitAfter } from "./backoff.ts";
import { postWebhook } from "./post-webhook.ts";
import { isPublicAddress, literalAddress } from "./public-address.ts";
import { newWebhookSecret, webhookHeaders } from "./signature.ts";

describe("isPublicAddress", () => {
  const inside = [
    "127.0.0.1",
    "127.8.8.8",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "::127.0.0.1",
    "::ffff:0:7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:1::1",
    "ff02::1",
    "not an address",
  ];
  for (const address of inside)
    it(`keeps off ${address}`, () => assert.equal(isPublicAddress(address), false));
  for (const address of ["93.184.215.14", "8.8.8.8", "2606:4700::1111"])
    it(`allows ${address}`, () => assert.equal(isPublicAddress(address), true));

  it("sees through the ways to write an address in a URL", () => {
    for (const host of ["127.1", "0x7f000001", "2130706433", "017700000001", "[::1]", "[::ffff:7f00:1]"]) {
      const address = literalAddress(new URL(`http://${host}/`));
      assert.ok(address, host);
      assert.equal(isPublicAddress(address), false, host);
    }
    assert.equal(literalAddress(new URL("https://example.test/")), undefined);
  });
});

describe("webhookHeaders", () => {
  it("is verified by the receiver's own library, by either secret while both are valid", () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        const secrets = [newWebhookSecret(), newWebhookSecret()];
        const headers = webhookHeaders({ id: "m", at: Temporal.Now.instant(), body, secrets });
        for (const secret of secrets)
          assert.deepEqual(new Webhook(secret).verify(body, headers), JSON.parse(body));
        assert.throws(() => new Webhook(newWebhookSecret()).verify(body, headers));
        assert.throws(() => new Webhook(secrets[0]!).verify(`${body} `, headers));
      }),
      { numRuns: 20 },
    );
  });
});

describe("webhookWaitAfter", () => {
  it("goes on for three days and then ends", () => {
    let hours = 0;
    for (let attempts = 1; webhookWaitAfter(attempts); attempts++)
      hours += webhookWaitAfter(attempts)!.total("hours");
    assert.ok(hours >= 72 && hours < 76);
  });
});

const post = (url: string, options: Partial<Parameters<typeof postWebhook>[1]> = {}) =>
  postWebhook({ url, headers: { "x-trial": "1" }, body: "{}" }, { allowPrivate: true, ...options });
const sayOk: RequestListener = (_, response) => response.end("ok");
const nobody = async () => [];

describe("postWebhook", () => {
  let server: Server;
  let port: number;
  let answer: RequestListener = sayOk;
  const seen: { url?: string; host?: string; body: string }[] = [];
  before(async () => {
    server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      seen.push({ url: request.url, host: request.headers.host, body });
      answer(request, response);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it("connects to the address it checked, under the receiver's name", async () => {
    const names: string[] = [];
    const resolve = async (name: string) => {
      names.push(name);
      return [{ address: "127.0.0.1", family: 4 }];
    };
    const { status, response } = await post(`http://receiver.test:${port}/hook`, { resolve });
    assert.deepEqual([status, response, names], [200, "ok", ["receiver.test"]]);
    assert.deepEqual(seen.at(-1), { url: "/hook", host: `receiver.test:${port}`, body: "{}" });
  });

  it("goes to no private address, not even as one of several or after a change of mind", async () => {
    const count = seen.length;
    const name = `http://receiver.test:${port}/`;
    const answers = [
      await post(`http://127.0.0.1:${port}/`, { allowPrivate: false }),
      await post(`http://localhost:${port}/`, { allowPrivate: false }),
      await post(name, {
        allowPrivate: false,
        resolve: async () => [
          { address: "8.8.8.8", family: 4 },
          { address: "127.0.0.1", family: 4 },
        ],
      }),
    ];
    for (const { status, error } of answers) {
      assert.equal(status, undefined);
      assert.match(error ?? "", /private address/);
    }
    assert.equal(seen.length, count);
  });

  it("follows no redirect", async () => {
    answer = (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/other` }).end();
    const count = seen.length;
    assert.equal((await post(`http://127.0.0.1:${port}/`)).status, 302);
    assert.equal(seen.length, count + 1);
  });

  it("keeps the start of a long answer", async () => {
    answer = (_, response) => response.end("\0x".repeat(1_000_000));
    const { response } = await post(`http://127.0.0.1:${port}/`);
    assert.match(response ?? "", /^x{1024}$/);
  });

  it("says why nothing came back", async () => {
    assert.match((await post("http://127.0.0.1:1/")).error ?? "", /ECONNREFUSED/);
    assert.match((await post("http://receiver.test/", { resolve: nobody })).error ?? "", /no address/);
  });
});
