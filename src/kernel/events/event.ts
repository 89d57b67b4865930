import type { z } from "zod";
import type { CommandContext } from "#kernel/operation/operation.ts";

/** A versioned fact in the past tense, such as `playbook.gate_opened`. */
export interface EventDefinition<S extends z.ZodType = z.ZodType> {
  name: string;
  version: number;
  title: string;
  payload: S;
}

/** Declares a fact. Change its shape only by a new version. */
export const defineEvent = <S extends z.ZodType>(definition: EventDefinition<S>): EventDefinition<S> =>
  definition;

/** A fact as subscribers get it. */
export interface RecordedEvent<P = unknown> {
  id: string;
  name: string;
  version: number;
  payload: P;
  occurredAt: Temporal.Instant;
  actorPersonId: string | null;
}

/**
 * What a module does when a fact arrives. Runs in one transaction with its cursor, so its database effects
 * happen exactly once; effects outside must be enqueued as jobs. May be tried again: throw to retry.
 */
export interface Subscriber {
  /** `module.verb_noun`; names the cursor, never rename it. */
  name: string;
  /** Names of events it hears; "*" hears all. */
  events: readonly string[];
  handle(event: RecordedEvent, context: CommandContext<undefined>): Promise<void>;
}

/** Declares a subscriber. */
export const defineSubscriber = (subscriber: Subscriber): Subscriber => subscriber;
