import type { Hono } from "hono";
import type { z } from "zod";
import type { AccountMembership, Actor, Permission, StaffRole } from "#kernel/actor.ts";
import type { Db, Tx } from "#kernel/db/database.ts";
import type { EventDefinition, Subscriber } from "#kernel/events/event.ts";
import type { EvidenceDefinition } from "#kernel/evidence/registry.ts";
import type { Env } from "#kernel/http/env.ts";
import type { Door } from "#kernel/http/rest.ts";
import type { JobDefinition } from "#kernel/jobs/job.ts";
import type { MetricDefinition } from "#kernel/metrics/registry.ts";
import type { AnyOperation, CommandContext } from "#kernel/operation/operation.ts";
import type { Services } from "#kernel/services.ts";

/** A right and the roles that have it. Owner and admin have every right. */
export interface PermissionGrant {
  title: string;
  roles: readonly StaffRole[];
}

/** A place in the console's navigation; shown to who has the permission. */
export interface NavEntry {
  label: string;
  href: string;
  /** Name of a lucide icon. */
  icon: string;
  permission: Permission;
  /** Order in the rail: lower first. */
  order: number;
  children?: readonly { label: string; href: string; permission: Permission }[];
}

/** One thing the global search found. */
export interface SearchHit {
  kind: string;
  title: string;
  detail: string;
  href: string;
}

/** What the global search asks a module. */
export interface SearchSource {
  kind: string;
  permission: Permission;
  find(db: Db, search: { text: string; limit: number }): Promise<SearchHit[]>;
}

/** What a module knows of a person, per table: how it is exported and erased, and why it is kept. */
export interface PersonalDataSource {
  table: string;
  what: string;
  basis: string;
  export(db: Db, personId: string): Promise<unknown[]>;
  erase(db: Db, personId: string): Promise<void>;
}

/** A group of settings a person edits in the console; kept as one JSON value under `key`. */
export interface SettingsGroup {
  key: string;
  title: string;
  schema: z.ZodType;
}

/** A kind of notice people get; each may choose how it reaches them. */
export interface NoticeKind {
  /** `module.fact`; stable. */
  kind: string;
  title: string;
  /** Unless the person chose otherwise. */
  delivery: "app" | "mail" | "digest" | "off";
}

/** Something a module shows on a person's page. */
export interface Card {
  title: string;
  permission: Permission;
  load(db: Db, subject: { personId: string }): Promise<{ label: string; value: string; href?: string }[]>;
}

/** The accounts a person belongs to now. */
export type MembershipSource = (db: Db, personId: string) => Promise<AccountMembership[]>;

/** Something a module shows on an account's page. */
export interface AccountCard {
  title: string;
  permission: Permission;
  load(
    db: Db,
    subject: { accountId: string; now: Temporal.Instant },
  ): Promise<{ label: string; value: string; href?: string }[]>;
}

/**
 * How an event with an `accountId` in its payload reads on the account's timeline, and who may see it.
 * `href` leads to the thing itself.
 */
export interface TimelineEntry {
  event: string;
  permission: Permission;
  tell(payload: unknown): { text: string; href?: string };
}

/**
 * How rows of a table give way when two accounts (or two customers' people) become one. Every table under row-level
 * security with `account_id` (or `person_id`) moves by itself; only what may be there once needs an entry. What clashes
 * without one refuses the merge.
 */
export interface AccountRows {
  /** With its schema: `billing.payment_method`. */
  table: string;
  owner: "account" | "person";
  /** A further column that names the owner, such as `buyer_account_id`; left out: `account_id` or `person_id`. */
  column?: string;
  /** Rows stay where they are: a module makes them anew, or they tell of their own day. */
  stays?: true;
  /** Rows that equal one of the kept owner in all these columns, null equal to null, stay with the merged one. */
  stayWhenSame?: readonly string[];
  /** What moved rows hold from then on where the kept owner has rows of its own; undoing restores them. */
  setBeside?: Readonly<Record<string, boolean | null>>;
}

/** What came in at a webhook, before anything read it: signatures are over these very bytes. */
export interface WebhookPost {
  body: Uint8Array;
  headers: Headers;
}

/** Takes what a service outside posts to `POST /webhooks/<name>`; nobody signs in there. */
export interface WebhookIntake<T = unknown> {
  name: string;
  /** Reads and believes, or refuses, with no transaction open: a stranger's post costs no more than this. */
  read(house: Services & { now: Temporal.Instant }, post: WebhookPost): Promise<T>;
  /** Keeps what was read; the service gets its answer once this is committed, and posts again until then. */
  keep(context: CommandContext<undefined>, told: T): Promise<void>;
}

/** Declares an intake. */
export const defineIntake = <T>(intake: WebhookIntake<T>): WebhookIntake<T> => intake;

/**
 * Lets customers download files: asked, in a transaction that sees rows of the actor's own accounts alone, whether this
 * file is one the actor may read. One reader that says so is enough.
 */
export type FileReader = (tx: Tx, fileId: string, actor: Actor) => Promise<boolean>;

/**
 * Addresses of a protocol that is written down elsewhere and so cannot be operations: a learning record store, resumable
 * uploads, the files of a course package. Each says for itself who may come in (`door.actorOf`, or a token of its own),
 * and ends in commands or in SQL of its module.
 */
export type ProtocolRoutes = (web: Hono<Env>, door: Door) => void;

/**
 * Says which right staff need to read a file beside `platform:read`; undefined for a file that is none of this module's
 * business. What customers hand in is for those who deal with it alone.
 */
export type FileGuard = (db: Db, fileId: string) => Promise<Permission | undefined>;

/** Everything a module contributes. `main/app.ts` lists modules; nothing else registers anything. */
export interface Module {
  name: string;
  title: string;
  permissions: Readonly<Record<Permission, PermissionGrant>>;
  operations: readonly AnyOperation[];
  events?: readonly EventDefinition[];
  subscribers?: readonly Subscriber[];
  jobs?: readonly JobDefinition[];
  metrics?: readonly MetricDefinition[];
  evidence?: readonly EvidenceDefinition[];
  cards?: readonly Card[];
  accountCards?: readonly AccountCard[];
  accountRows?: readonly AccountRows[];
  timeline?: readonly TimelineEntry[];
  fileReaders?: readonly FileReader[];
  fileGuards?: readonly FileGuard[];
  /** One module alone says who belongs to which account. */
  memberships?: MembershipSource;
  search?: readonly SearchSource[];
  personalData?: readonly PersonalDataSource[];
  nav?: readonly NavEntry[];
  settings?: readonly SettingsGroup[];
  notices?: readonly NoticeKind[];
  intakes?: readonly WebhookIntake[];
  routes?: readonly ProtocolRoutes[];
}

/** Declares a module, keeping the types of its operations for typed calls. */
export const defineModule = <const M extends Module>(module: M): M => module;
