import type { z } from "zod";
import type { Actor, Permission } from "#kernel/actor.ts";
import type { Db, Tx } from "#kernel/db/database.ts";
import type { EventDefinition } from "#kernel/events/event.ts";
import type { JobDefinition } from "#kernel/jobs/job.ts";
import type { Services } from "#kernel/services.ts";

/**
 * "public" needs no sign-in, "signed_in" any person, "customer" any person and reaches only rows of the person's own
 * accounts (row-level security), else a permission that a module declares.
 */
export type Access = "public" | "signed_in" | "customer" | Permission;

/** What every operation is given besides its input. */
export interface OperationContext<Input> extends Services {
  input: Input;
  actor: Actor;
  /** The instant this call happens at; the only `now` there is. */
  now: Temporal.Instant;
  requestId: string;
}

export interface QueryContext<Input> extends OperationContext<Input> {
  db: Db;
}

export interface CommandContext<Input> extends OperationContext<Input> {
  tx: Tx;
  /** Writes a fact to the outbox in this transaction. */
  emit<S extends z.ZodType>(event: EventDefinition<S>, payload: z.input<S>): Promise<void>;
  /** Enqueues background work in this transaction. */
  enqueue<S extends z.ZodType>(
    job: JobDefinition<S>,
    data: z.input<S>,
    options?: EnqueueOptions,
  ): Promise<void>;
}

export interface EnqueueOptions {
  /** Nothing is added while a job of this key waits; that one starts after this transaction, and sees what it did. */
  singletonKey?: string;
  startAfter?: Temporal.Instant;
  /** The same, as seconds from now by the database's own clock, which no sandbox sets. */
  waitSeconds?: number;
}

interface Declaration<N extends string, I extends z.ZodType, O extends z.ZodType> {
  /** `module.verb_noun`; stable, part of the public API. */
  name: N;
  /** One line for documentation, menus and agents. */
  title: string;
  /** Verb and path below `/api/v1`; `:name` segments are fields of the input. */
  http: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;
  access: Access;
  input: I;
  output: O;
}

/** The decision on the loaded row: true, or false which refuses with `forbidden`. Pure. */
type Allow<L, Input> = (actor: Actor, loaded: L, input: Input) => boolean;

interface CommandSpec<N extends string, I extends z.ZodType, O extends z.ZodType, L>
  extends Declaration<N, I, O> {
  /** Loads, and locks, what the check and the work need; throws `not_found` when it is not there. */
  load?: (tx: Tx, input: z.output<I>) => Promise<L>;
  allow?: Allow<L, z.output<I>>;
  run: (context: CommandContext<z.output<I>>, loaded: L) => Promise<z.input<O>>;
  /** Called with an agent's token it becomes a proposal that a person approves. */
  confirm?: boolean;
  /** No audit row: for writes that record nobody's decision, such as a read receipt. */
  unaudited?: boolean;
  /** The output holds a secret shown once: it is not kept, and a repeated idempotency key is refused. */
  secretOutput?: boolean;
}

interface QuerySpec<N extends string, I extends z.ZodType, O extends z.ZodType, L>
  extends Declaration<N, I, O> {
  load?: (db: Db, input: z.output<I>) => Promise<L>;
  allow?: Allow<L, z.output<I>>;
  run: (context: QueryContext<z.output<I>>, loaded: L) => Promise<z.input<O>>;
}

export interface Command<N extends string, I extends z.ZodType, O extends z.ZodType, L>
  extends CommandSpec<N, I, O, L> {
  kind: "command";
}

export interface Query<N extends string, I extends z.ZodType, O extends z.ZodType, L>
  extends QuerySpec<N, I, O, L> {
  kind: "query";
}

/** Any operation, as lists of them are kept. Input and output are checked by their schemas at the border. */
export interface AnyOperation {
  kind: "command" | "query";
  name: string;
  title: string;
  http: string;
  access: Access;
  input: z.ZodType;
  output: z.ZodType;
  confirm?: boolean;
  unaudited?: boolean;
  secretOutput?: boolean;
  // Contravariant members: a list of operations cannot be typed tighter without losing assignability.
  load?: (db: never, input: never) => Promise<unknown>;
  allow?: (actor: Actor, loaded: never, input: never) => boolean;
  run: (context: never, loaded: never) => Promise<unknown>;
}

/** Declares one write: one transaction, audited, idempotent, reachable on every surface. */
export const defineCommand = <
  const N extends string,
  I extends z.ZodType,
  O extends z.ZodType,
  L = undefined,
>(
  spec: CommandSpec<N, I, O, L>,
): Command<N, I, O, L> => ({ ...spec, kind: "command" });

/** Declares one read. */
export const defineQuery = <const N extends string, I extends z.ZodType, O extends z.ZodType, L = undefined>(
  spec: QuerySpec<N, I, O, L>,
): Query<N, I, O, L> => ({ ...spec, kind: "query" });
