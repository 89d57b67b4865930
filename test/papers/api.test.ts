import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { z } from "zod";
import { commands } from "#main/cli/commands.ts";
import { newWebhookSecret, webhookHeaders } from "#kernel/webhooks/signature.ts";
import { ImportedPlan } from "#modules/playbook/contract/plan.ts";
import { Status } from "#modules/playbook/contract/status.ts";
import { planJson, readPlan } from "#modules/playbook/index.ts";

const text = readFileSync(path.resolve(import.meta.dirname, "../../docs/api.md"), "utf8");

/** The paper from one heading to the next of the same level. */
function chapter(heading: string): string {
  const from = text.indexOf(`\n### ${heading}\n`);
  assert.ok(from >= 0, heading);
  const to = text.indexOf("\n###", from + 4);
  return text.slice(from, to < 0 ? undefined : to);
}

/** Names of all fields a value of the schema may have, however deep. */
function fieldsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldsOf);
  if (schema === null || typeof schema !== "object") return [];
  const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> };
  return [
    ...Object.keys(properties),
    ...Object.values(properties).flatMap(fieldsOf),
    ...fieldsOf(Object.values(rest)),
  ];
}

const documented = (paper: string) =>
  new Set([...paper.matchAll(/`\.?(?:\w+(?:\[\])?\.)*(\w+)(?:\[\])?`/g)].map((found) => found[1]));

function expectFields(heading: string, fields: readonly string[]): void {
  const known = documented(chapter(heading));
  assert.deepEqual(
    [...new Set(fields)].filter((field) => !known.has(field)),
    [],
  );
}

describe("the paper on the API", () => {
  it("names every field of status --json", () => {
    expectFields("`status --json`", fieldsOf(z.toJSONSchema(Status)));
  });

  it("names every field of import --json", () => {
    expectFields("`import FILE --json`", fieldsOf(z.toJSONSchema(ImportedPlan.omit({ counts: true }))));
  });

  it("names every field of import --dry-run --json that a whole plan gives", () => {
    const plan = readFileSync(path.resolve(import.meta.dirname, "../../playbooks/ai-business.md"));
    const json = planJson(readPlan(plan));
    const given = [
      json,
      json.encoding,
      json.counts,
      ...json.targets,
      ...json.nodes,
      ...json.nodes.map(({ span }) => span ?? {}),
    ];
    expectFields(
      "`import FILE --dry-run --json`",
      given.flatMap((value) => Object.keys(value)),
    );
  });

  it("lists every command", () => {
    for (const { name } of commands)
      if (name !== "help") assert.match(text, new RegExp(`^\\| \`${name}[ \`]`, "m"), name);
  });

  it("shows how to tell a webhook of ours, by code that works", async () => {
    const code = /```js\n([\s\S]+?)```/.exec(text)?.[1];
    assert.ok(code);
    const { isFromCairn } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const [secret, before] = [newWebhookSecret(), newWebhookSecret()];
    const headers = webhookHeaders({
      id: "m",
      at: Temporal.Now.instant(),
      body: "{}",
      secrets: [secret, before],
    });
    assert.equal(isFromCairn(headers, "{}", secret), true);
    assert.equal(isFromCairn(headers, "{}", before), true);
    assert.equal(isFromCairn(headers, "{} ", secret), false);
    const old = webhookHeaders({
      id: "m",
      at: Temporal.Now.instant().subtract({ minutes: 6 }),
      body: "{}",
      secrets: [secret],
    });
    assert.equal(isFromCairn(old, "{}", secret), false);
  });
});
