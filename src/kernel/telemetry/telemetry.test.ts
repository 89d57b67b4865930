import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ROOT_CONTEXT, type Span, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import { z } from "zod";
import { systemActor } from "#kernel/actor.ts";
import { defineEvent } from "#kernel/events/event.ts";
import { recordEvent } from "#kernel/events/record.ts";
import { newId } from "#kernel/ids.ts";
import { createTelemetry } from "#kernel/telemetry/telemetry.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const Happened = defineEvent({
  name: "trial.happened",
  version: 1,
  title: "Happened",
  payload: z.object({}),
});

describe("metrics", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  it("show HTTP durations by route, jobs, outbox lag, mails, dead letters and the pool", async () => {
    const { app, clock } = house;
    const telemetry = createTelemetry({ database: app.database, clock });
    const origin = { actor: systemActor("trial"), now: clock.now(), requestId: "r" };
    await house.drain();
    await recordEvent(app.database.db, Happened, {}, origin);
    await house.drain();
    await recordEvent(app.database.db, Happened, {}, origin);
    clock.advance({ seconds: 90 });
    const mail = { to: "a@b.test", subject: "S", text: "T", kind: "trial", idempotencyKey: "k" };
    await app.services.mail.queue(app.database.db, mail);
    await app.queue.send("platform.seal_audit", {});
    telemetry.observeHttp({ method: "GET", route: "/files/:fileId", status: 200, seconds: 0.02 });

    const response = await telemetry.metrics();
    assert.match(response.headers.get("content-type") ?? "", /^text\/plain/);
    const lines = (await response.text()).split("\n");
    for (const line of [
      'cairn_http_request_duration_seconds_bucket{le="0.025",method="GET",route="/files/:fileId",status="200"} 1',
      'cairn_jobs{queue="platform.seal_audit",state="created"} 1',
      'cairn_outbox_lag_seconds{subscriber="platform.fan_out_webhooks"} 90',
      'cairn_mails{state="held"} 1',
      "cairn_dead_letters 0",
      'cairn_database_connections{state="waiting"} 0',
    ])
      assert.ok(lines.includes(line), line);
    assert.ok(lines.some((line) => line.startsWith("nodejs_eventloop_lag_seconds")));
  });
});

/** What a span was told. */
interface Seen {
  name: string;
  attributes: unknown;
  error?: string;
  ended: boolean;
}

/** A provider that only remembers: what any OpenTelemetry SDK would be given. */
function rememberSpans(): Seen[] {
  const seen: Seen[] = [];
  const startSpan: Tracer["startSpan"] = (name, options) => {
    const span: Seen = { name, attributes: options?.attributes, ended: false };
    seen.push(span);
    return {
      setStatus: ({ code, message }: { code: SpanStatusCode; message?: string }) => {
        if (code === SpanStatusCode.ERROR) span.error = message;
      },
      end: () => {
        span.ended = true;
      },
    } as unknown as Span;
  };
  const startActiveSpan = (name: string, options: object, work: (span: Span) => unknown) =>
    work(startSpan(name, options, ROOT_CONTEXT));
  trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan, startActiveSpan }) as unknown as Tracer });
  return seen;
}

describe("traces", () => {
  it("have a span for every operation, ended and marked when it fails", async () => {
    const seen = rememberSpans();
    const house = await openTestApp();
    await house.call("platform.get_settings", {});
    await assert.rejects(house.call("platform.get_mail", { mailId: newId() }));
    await house.close();
    trace.disable();
    assert.deepEqual(seen, [
      { name: "platform.get_settings", attributes: { "cairn.surface": "page" }, ended: true },
      {
        name: "platform.get_mail",
        attributes: { "cairn.surface": "page" },
        ended: true,
        error: "platform.mail_not_found",
      },
    ]);
  });
});
