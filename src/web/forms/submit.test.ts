import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { RouterContextProvider } from "react-router";
import { z } from "zod";
import type { PageContext } from "#web/context.ts";
import { pageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { Problem } from "#web/problem.ts";
import { findProblem } from "#web/problem.ts";

const ReportValue = z.object({ targetId: z.string(), value: z.number(), source: z.string().min(1) });

function argsFor(fields: Record<string, string>, call: PageContext["call"]) {
  const context = new RouterContextProvider();
  context.set(pageContext, { call, csrf: "right", requestId: "r1" } as PageContext);
  const body = new URLSearchParams({ csrf: "right", ...fields });
  const request = new Request("http://cairn.test/console/scorecard?state=late", { method: "POST", body });
  return { request, context };
}

function refusing(problem: Partial<Problem>): PageContext["call"] {
  return () => Promise.reject(Object.assign(new Error(problem.message), problem));
}

async function refusedState(answer: unknown): Promise<{ status: number; state: FormState }> {
  const { data, init } = answer as { data: FormState; init: { status: number } };
  return { status: init.status, state: data };
}

async function thrownBy(work: Promise<unknown>): Promise<Problem | null> {
  const outcome = await work.then(
    () => null,
    (thrown: unknown) => findProblem(thrown),
  );
  return outcome;
}

describe("submit", () => {
  it("calls the operation with typed input and goes where it is told", async () => {
    const calls: unknown[] = [];
    const args = argsFor({ value: "41", source: "Ledger" }, async (...call) => calls.push(call) as never);
    const answer = await submit(args, "playbook.report_value", {
      schema: ReportValue,
      map: (form) => ({ ...form, targetId: "t1" }),
      onSuccess: () => done("/console/scorecard", "reported"),
    });
    assert.deepEqual(calls, [["playbook.report_value", { targetId: "t1", value: 41, source: "Ledger" }]]);
    assert.ok(answer instanceof Response);
    assert.equal(answer.headers.get("location"), "/console/scorecard?notice=reported");
  });

  it("comes back to the same page with a notice unless told otherwise", async () => {
    const args = argsFor({ a: "1" }, async () => ({}) as never);
    const answer = await submit(args, "x.y", { schema: z.object({ a: z.number() }) });
    assert.ok(answer instanceof Response);
    assert.equal(answer.headers.get("location"), "/console/scorecard?state=late&notice=saved");
  });

  it("gives the form back with errors and values when its input is wrong, without calling", async () => {
    const args = argsFor({ targetId: "t1", value: "ninety", source: "", intent: "report" }, refusing({}));
    const { status, state } = await refusedState(await submit(args, "x.y", { schema: ReportValue }));
    assert.equal(status, 422);
    assert.equal(state.intent, "report");
    assert.deepEqual(state.errors, { value: "Enter a number", source: "Fill this in" });
    assert.deepEqual(state.values.value, ["ninety"]);
  });

  it("puts the issues of a refusal at their fields, however their path is spelt", async () => {
    const issues = [{ path: "value", message: "Enter 100 or less" }];
    const args = argsFor(
      { targetId: "t1", value: "900", source: "x" },
      refusing({ kind: "invalid", issues }),
    );
    const { state } = await refusedState(await submit(args, "x.y", { schema: ReportValue }));
    assert.deepEqual(state.errors, { value: "Enter 100 or less" });
  });

  it("says a conflict in its words at the top", async () => {
    const problem = {
      kind: "conflict",
      code: "playbook.gate_closed",
      message: "The gate is closed.",
    } as const;
    const args = argsFor({ targetId: "t1", value: "9", source: "x" }, refusing(problem));
    const { status, state } = await refusedState(await submit(args, "x.y", { schema: ReportValue }));
    assert.equal(status, 409);
    assert.equal(state.message, "The gate is closed.");
  });

  it("shows at the top what is wrong with something the form has no field for", async () => {
    const issues = [{ path: "targetId", message: "There is no such target" }];
    const args = argsFor({ value: "9", source: "x" }, refusing({ kind: "invalid", issues }));
    const schema = ReportValue.partial({ targetId: true });
    const { state } = await refusedState(await submit(args, "x.y", { schema }));
    assert.equal(state.message, "There is no such target");
  });

  it("never gives a password or a token back", async () => {
    const args = argsFor({ password: "secret words", token: "abc", email: "ana" }, refusing({}));
    const schema = z.object({ email: z.email(), password: z.string(), token: z.string() });
    const { state } = await refusedState(await submit(args, "x.y", { schema }));
    assert.deepEqual(state.values, { email: ["ana"] });
  });

  for (const csrf of ["", "wrong", "righ", "rightright"]) {
    it(`refuses the token ${JSON.stringify(csrf)} before it reads anything else`, async () => {
      const args = argsFor({ csrf, value: "1" }, () => assert.fail("called"));
      const problem = await thrownBy(submit(args, "x.y", { schema: ReportValue }));
      assert.equal(problem?.code, "web.form_expired");
    });
  }

  it("throws what no field can mend, as an answer the error page can show", async () => {
    const args = argsFor(
      { targetId: "t1", value: "9", source: "x" },
      refusing({ kind: "not_found", message: "Gone" }),
    );
    const problem = await thrownBy(submit(args, "x.y", { schema: ReportValue }));
    assert.equal(problem?.kind, "not_found");
  });

  it("passes on faults of the program untouched", async () => {
    const fault = new TypeError("x is undefined");
    const args = argsFor({ targetId: "t1", value: "9", source: "x" }, () => Promise.reject(fault));
    await assert.rejects(submit(args, "x.y", { schema: ReportValue }), fault);
  });

  it("takes a function in place of an operation", async () => {
    const args = argsFor({ a: "2" }, refusing({}));
    const seen: number[] = [];
    await submit(args, async ({ a }: { a: number }) => seen.push(a), { schema: z.object({ a: z.number() }) });
    assert.deepEqual(seen, [2]);
  });
});
