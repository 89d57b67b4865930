import { SpanStatusCode, trace } from "@opentelemetry/api";
import type { z } from "zod";
import type { Actor } from "#kernel/actor.ts";
import { recordAudit } from "#kernel/audit/record.ts";
import type { Database, Tx } from "#kernel/db/database.ts";
import { AppError, refuse } from "#kernel/errors.ts";
import { recordEvent } from "#kernel/events/record.ts";
import type { Enqueue } from "#kernel/jobs/enqueue.ts";
import { decideAccess } from "#kernel/operation/access.ts";
import { demandStorable } from "#kernel/operation/demand-storable.ts";
import { claimKey, keepOutput } from "#kernel/operation/idempotency.ts";
import type { AnyOperation, CommandContext } from "#kernel/operation/operation.ts";
import { isHeldForApproval, propose } from "#kernel/operation/proposal.ts";
import { narrowToOwnAccounts } from "#kernel/operation/reach.ts";
import type { Registry } from "#kernel/operation/registry.ts";
import type { Services } from "#kernel/services.ts";

/** Where a call came in. */
export type Surface = "page" | "http" | "mcp" | "cli" | "job";

export interface CallOptions {
  actor: Actor;
  surface: Surface;
  requestId: string;
  now: Temporal.Instant;
  /** Same actor, same key: the first answer again. */
  idempotencyKey?: string;
  /** Set when a person approved an agent's proposal. */
  approved?: boolean;
}

/** What the executor needs of the running house. */
export interface Runtime {
  registry: Registry;
  database: Database;
  services: Services;
  enqueue: Enqueue;
}

const tracer = trace.getTracer("cairn");

function parse(schema: z.ZodType, value: unknown, name: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const words = issues
    .map((issue) => (issue.path ? `${issue.path}: ${issue.message}` : issue.message))
    .join("; ");
  throw refuse("invalid", "input.invalid", `The input of ${name} needs mending. ${words}.`, { issues });
}

/** Builds the context of a command inside a transaction; also used for subscribers. */
export function commandContext<I>(
  runtime: Runtime,
  tx: Tx,
  options: Pick<CallOptions, "actor" | "requestId" | "now">,
  input: I,
): CommandContext<I> {
  const { actor, requestId, now } = options;
  return {
    ...runtime.services,
    input,
    tx,
    actor,
    now,
    requestId,
    emit: (event, payload) => recordEvent(tx, event, payload, { actor, now, requestId }),
    enqueue: (job, data, enqueueOptions) => runtime.enqueue(tx, job, data, enqueueOptions),
  };
}

type LooseOperation = {
  load?: (db: Tx, input: unknown) => Promise<unknown>;
  allow?: (actor: Actor, loaded: unknown, input: unknown) => boolean;
  run: (context: unknown, loaded: unknown) => Promise<unknown>;
};

async function loadAndRun(operation: AnyOperation, db: Tx, context: { actor: Actor; input: unknown }) {
  // The declaration typed these together; a list of operations cannot carry that.
  const { load, allow, run } = operation as unknown as LooseOperation;
  const loaded = await load?.(db, context.input);
  if (allow && !allow(context.actor, loaded, context.input))
    throw refuse("forbidden", "access.forbidden", `You may not do this: ${operation.title}.`);
  const output = await run(context, loaded);
  return operation.output.parse(output);
}

function checkAccess(runtime: Runtime, operation: AnyOperation, actor: Actor): void {
  const decision = decideAccess(runtime.registry, operation, actor);
  if (decision === "unauthenticated")
    throw refuse("unauthenticated", "access.sign_in", "Sign in to do this.");
  if (decision === "forbidden")
    throw refuse("forbidden", "access.forbidden", `Your role does not allow this: ${operation.title}.`);
}

async function narrowed(runtime: Runtime, operation: AnyOperation, tx: Tx, options: CallOptions) {
  if (operation.access !== "customer") return options;
  return { ...options, actor: await narrowToOwnAccounts(runtime.registry, tx, options.actor) };
}

async function runCommand(runtime: Runtime, operation: AnyOperation, input: unknown, asked: CallOptions) {
  return runtime.database.db.transaction(async (tx) => {
    const options = await narrowed(runtime, operation, tx, asked);
    const kept = await claimKey(tx, operation, input, options);
    if (kept) return kept.output;
    const held = isHeldForApproval(operation, options);
    const output = held
      ? await propose(tx, operation, input, options)
      : await loadAndRun(operation, tx, commandContext(runtime, tx, options, input));
    if (!operation.unaudited)
      await recordAudit(tx, { operation, input, output, options, outcome: held ? "proposed" : "done" });
    await keepOutput(tx, operation.secretOutput ? null : output, options);
    return output;
  });
}

function runQuery(runtime: Runtime, operation: AnyOperation, input: unknown, asked: CallOptions) {
  const read = ({ actor, requestId, now }: CallOptions, db: Tx) =>
    loadAndRun(operation, db, Object.assign({}, runtime.services, { input, db, actor, requestId, now }));
  if (operation.access !== "customer") return read(asked, runtime.database.db);
  return runtime.database.db.transaction(async (tx) =>
    read(await narrowed(runtime, operation, tx, asked), tx),
  );
}

/**
 * Runs an operation by name: access, validation, transaction, idempotency, audit, outbox, trace.
 * Every surface ends here. Errors: AppError as thrown by the operation; anything else is a bug.
 */
export async function execute(
  runtime: Runtime,
  name: string,
  rawInput: unknown,
  options: CallOptions,
): Promise<unknown> {
  const operation = runtime.registry.operations.get(name);
  if (!operation) throw refuse("not_found", "operation.unknown", `There is no operation ${name}.`);
  return tracer.startActiveSpan(name, { attributes: { "cairn.surface": options.surface } }, async (span) => {
    try {
      checkAccess(runtime, operation, options.actor);
      demandStorable(rawInput);
      const input = parse(operation.input, rawInput ?? {}, operation.name);
      const run = operation.kind === "command" ? runCommand : runQuery;
      return await run(runtime, operation, input, options);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof AppError ? error.code : "bug" });
      throw error;
    } finally {
      span.end();
    }
  });
}
