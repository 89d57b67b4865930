import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { createAuthentication } from "#kernel/auth/authentication.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { saveFile } from "#kernel/files/save-file.ts";
import { jsonSchema } from "#kernel/http/openapi.ts";
import { newId } from "#kernel/ids.ts";
import type { Module } from "#kernel/module.ts";
import type { AnyOperation } from "#kernel/operation/operation.ts";
import { modules } from "#main/modules.ts";
import { createWeb } from "#main/server.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { learningSamples } from "#test/factories/learning-samples.ts";
import { createPeople, personId } from "#test/factories/people.ts";
import { LEFT_OUT, sampleInput } from "#test/factories/sample-input.ts";
import { openShop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const nested = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));

/** What nobody sends by mistake; each has broken some program once. */
const HOSTILE: readonly unknown[] = [
  "nul\u0000byte",
  "\ud800 half a character",
  "x".repeat(30_000),
  "",
  "%_\\%' OR 1=1 --\"",
  "../../etc/passwd",
  "\u202e\u200b\r\nSet-Cookie: a=b",
  "NaN",
  "-1",
  "00000000-0000-0000-0000-000000000000",
  "018f0000-0000-7000-8000-00000000000g",
  "2027-02-30",
  "9999-12-31",
  "0000-01-01",
  "0001-01-01",
  "+275760-09-13T00:00:00Z",
  "9999-12-31T23:59:59.999999999+23:59",
  1e308,
  -1e308,
  2 ** 53,
  0.1,
  -1,
  null,
  [],
  ["x", null, { a: 1 }],
  nested(3000),
  { $gt: "", toString: 1, constructor: { prototype: 1 } },
];

type Path = readonly (string | number)[];

/** The way to each part of a value, the value itself left out. */
function* parts(value: unknown, at: Path = []): Generator<Path> {
  if (at.length > 0) yield at;
  if (!value || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value))
    yield* parts(inner, [...at, Array.isArray(value) ? Number(key) : key]);
}

/** The value with another one at a path. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, by));
  return copy;
}

const asText = (value: unknown): string =>
  typeof value === "string" ? value.toWellFormed() : (JSON.stringify(value) ?? "");

/** The request of an operation's REST route. */
function requestOf(operation: AnyOperation, input: Record<string, unknown>): Request {
  const [method = "GET", path = "/"] = operation.http.split(" ");
  const named = new Set([...path.matchAll(/:(\w+)/g)].map((match) => match[1]));
  const filled = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(asText(input[name])) || "-");
  const url = new URL(`http://localhost/api/v1${filled}`);
  const rest = Object.entries(input).filter(([name]) => !named.has(name));
  if (method === "GET") for (const [name, value] of rest) url.searchParams.set(name, asText(value));
  return new Request(url, {
    method,
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: method === "GET" ? undefined : JSON.stringify(Object.fromEntries(rest)),
  });
}

/** What a field of a name is filled from: something that is there, so that the input gets past the first look-up. */
const ROWS: Record<string, ReturnType<typeof sql>> = {
  gateId: sql`SELECT id FROM playbook.gate LIMIT 1`,
  sourceId: sql`SELECT id FROM playbook.source LIMIT 1`,
  questionId: sql`SELECT id FROM playbook.question LIMIT 1`,
  nodeId: sql`SELECT id FROM playbook.node WHERE kind = 'criterion' LIMIT 1`,
  subjectId: sql`SELECT id FROM playbook.node WHERE kind = 'workPackage' LIMIT 1`,
  ...Object.fromEntries(
    ["risk", "deliverable", "workPackage", "phase", "period"].map((kind) => [
      `${kind}Id`,
      sql`SELECT id FROM playbook.node WHERE kind = ${kind} LIMIT 1`,
    ]),
  ),
};

const FIXED: Record<string, unknown> = {
  cursor: LEFT_OUT,
  email: LEFT_OUT,
  billingEmail: "bills@example.com",
  ownerEmail: "somebody@example.com",
  onlyWhenDue: LEFT_OUT,
  locale: "en-GB",
  zone: "UTC",
  metric: "team.headcount_active",
  role: "admin",
  scopes: ["playbook:read"],
  events: ["*"],
  mentions: [],
  weekdays: [1, 2, 3],
  holidays: ["2027-12-25"],
  endsOn: "2027-06-01",
  on: LEFT_OUT,
  asOf: "2027-01-04",
  key: "company",
  country: "DE",
  currency: "EUR",
  purpose: "news",
  externalId: LEFT_OUT,
  version: LEFT_OUT,
  subjectKind: "node",
  afterLessons: [],
  startsAtLocal: "2027-02-03T18:00",
  entitlement: LEFT_OUT,
  registration: LEFT_OUT,
};

/** Customers, one of them who asks, and what waits at them: an invitation, a file of more customers. */
async function createCustomers(house: TestApp): Promise<Record<string, string>> {
  const { accountId } = await createCustomer(house, { signedInPersonId: personId(house, "owner") });
  const { accountId: mergedId } = await createCustomer(house);
  const { invitationId } = await house.call("people.invite_member", {
    accountId,
    email: "invited@example.com",
    role: "member",
  });
  const { fileId } = await saveFile(house.app.database.db, house.app.services.files, {
    content: Readable.from([Buffer.from("Name,E-mail\nOne,one@example.com\n")]),
    name: "customers.csv",
    mediaType: "text/csv",
    maxBytes: 1000,
    now: house.clock.now(),
    createdBy: personId(house, "owner"),
  });
  const { importId } = await house.call("people.check_import", { fileId });
  return { accountId, keptId: accountId, mergedId, invitationId, fileId, importId };
}

/** A shop, and an invoice of the customer who asks, with its documents. */
async function createSales(house: TestApp, accountId: string): Promise<Record<string, string>> {
  const shop = await openShop(house);
  const { invoiceId } = await house.call("billing.send_invoice", {
    accountId,
    currency: "EUR",
    lines: [{ description: "Consulting", quantity: 1, unitMinor: 10_000 }],
  });
  await house.runJob("billing.send_invoice_documents", { invoiceId });
  const { offerId, priceIds } = shop["test-starter"] ?? {};
  return { invoiceId, offerId: offerId ?? "", priceId: priceIds?.month ?? "" };
}

/** A student's first, while who asks belongs to their account; imports last: another plan is another for all. */
const turnOf = ({ name }: AnyOperation): number =>
  name.includes("import") ? 2 : name.startsWith("academy.") ? 0 : 1;
const operations: readonly AnyOperation[] = (modules as readonly Module[])
  .flatMap((one) => one.operations)
  .toSorted((a, b) => turnOf(a) - turnOf(b));

describe("hostile input", () => {
  let house: TestApp;
  let send: (request: Request) => Response | Promise<Response>;
  const known = new Map<string, unknown>(Object.entries(FIXED));
  /** What operations of the academy are given before all else. */
  let learning: Record<string, unknown> = {};

  before(async () => {
    house = await openTestApp({ env: { CAIRN_API_RATE_LIMIT: "0" } });
    await createPeople(house);
    const plan = await readFile(new URL("../fixtures/plans/quarters.md", import.meta.url));
    const content = plan.toString("base64");
    known.set("content", content);
    await house.call("playbook.import_plan", { fileName: "plan.md", content, startOn: "2027-01-04" });
    for (const [field, query] of Object.entries(ROWS)) {
      const [row] = await rows<{ id: string }>(house.app.database.db, query);
      if (row) known.set(field, row.id);
    }
    const customers = await createCustomers(house);
    const sales = await createSales(house, customers.accountId ?? "");
    for (const [field, id] of Object.entries({ ...customers, ...sales })) known.set(field, id);
    learning = await learningSamples(house, {
      accountId: customers.accountId ?? "",
      personId: personId(house, "owner"),
    });
    known.set("deliverableIds", [known.get("deliverableId")]);
    known.set("notificationIds", [newId()]);
    known.set("open", [known.get("phaseId")]);
    for (const field of ["personId", "ownerId", "assigneeId"]) known.set(field, personId(house, "viewer"));
    const auth = createAuthentication(house.app, "a secret only for tests, long enough");
    const web = await createWeb(house.app, {
      auth: { ...auth, actorOf: async () => house.person("owner") },
      pages: async () => new Response("page"),
      metrics: async () => new Response(""),
    });
    send = (request) => web.request(request);
  });
  after(() => house.close());

  const valueOf = (field: string): unknown =>
    known.get(field) ?? (field.endsWith("Id") ? newId() : undefined);

  it("never makes an operation fail: it answers, or says what is wrong", async () => {
    const failures: string[] = [];
    const reached = new Set<string>();
    for (const operation of operations) {
      const own = operation.name.startsWith("academy.") ? learning : {};
      const knownTo = (field: string) => own[field] ?? valueOf(field);
      const sample = sampleInput(jsonSchema(operation.input, "input"), knownTo) as Record<string, unknown>;
      if ((await send(requestOf(operation, sample))).ok) reached.add(operation.name);
      for (const path of parts(sample))
        for (const value of HOSTILE) {
          const request = requestOf(operation, replaced(sample, path, value) as Record<string, unknown>);
          const { status } = await send(request);
          if (status < 500 || status === 503) continue;
          failures.push(`${operation.name} ${path.join(".")} = ${JSON.stringify(value)?.slice(0, 60)}`);
        }
    }
    // Samples that nothing takes would try the first check alone, again and again.
    assert.ok(
      reached.size > operations.length / 2,
      `${reached.size} of ${operations.length} samples were taken`,
    );
    assert.deepEqual(failures, []);
  });
});
