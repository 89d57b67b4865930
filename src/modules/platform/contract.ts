import { z } from "zod";

/** An instant as ISO 8601 text in UTC. */
export const instantText = z.string().describe("ISO 8601 instant in UTC");

/** Asks for one page of a list; `cursor` is what the page before gave, the id of its last item. */
export const Paging = z.object({
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
});

/** One page of a list; `nextCursor` is null on the last. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const FileMetadata = z.object({
  fileId: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  createdAt: instantText,
});

/** `held`: nothing sends it by itself. `unknown`: the mail server may or may not have it. */
export const MailStatus = z.enum(["queued", "held", "sending", "sent", "failed", "unknown"]);

export const MailSummary = z.object({
  mailId: z.uuid(),
  to: z.string(),
  toName: z.string().nullable(),
  subject: z.string(),
  kind: z.string(),
  status: MailStatus,
  attempts: z.number(),
  error: z.string().nullable(),
  /** How many files go with it. */
  attachmentCount: z.int(),
  createdAt: instantText,
  sentAt: instantText.nullable(),
});

export const MailDetail = MailSummary.extend({
  text: z.string(),
  html: z.string().nullable(),
  /** In their order; `bytes` null: the file is gone meanwhile. */
  attachments: z.array(
    z.object({ fileId: z.uuid(), name: z.string(), mediaType: z.string(), bytes: z.number().nullable() }),
  ),
  /** False where no mail server is set, and in sandbox mode. */
  canSend: z.boolean(),
});

/** An instant given by a caller. */
const instantInput = z.iso
  .datetime({ offset: true })
  .refine((text) => !/^(0000|9999)/.test(text), "is too far away");

export const AuditFilter = z.object({
  /** A person's id, or the name of a part of the house. */
  actorId: z.string().max(100).optional(),
  operation: z.string().max(100).optional(),
  /** Any id an entry names. */
  subjectId: z.uuid().optional(),
  from: instantInput.optional(),
  /** Not included. */
  to: instantInput.optional(),
});

/** Asks for one page of the audit trail; `cursor` is what the page before gave, the number of its last entry. */
export const AuditPage = AuditFilter.extend({
  limit: Paging.shape.limit,
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, "is not the cursor of a page")
    .optional(),
});

export const AuditEntry = z.object({
  seq: z.number(),
  at: instantText,
  actorKind: z.enum(["anonymous", "system", "person", "token"]),
  actorId: z.string().nullable(),
  /** Name of the person now; null for others and for people who were erased. */
  actorName: z.string().nullable(),
  tokenId: z.uuid().nullable(),
  operation: z.string(),
  /** What the operation does, in words. */
  title: z.string(),
  subjects: z.record(z.string(), z.string()),
  surface: z.string(),
  outcome: z.string(),
  requestId: z.string(),
  /** Place in the hash chain; null until it is sealed, within a minute. */
  position: z.number().nullable(),
});

export const AuditVerdict = z.object({
  ok: z.boolean(),
  entries: z.number(),
  head: z.string().nullable(),
  firstBroken: z.object({ position: z.number(), reason: z.string() }).optional(),
});

/** Names of events, or "*" alone for all. */
const eventNames = z.array(z.string().max(100)).min(1).max(200);

export const WebhookInput = z.object({
  url: z.url().max(2000),
  description: z.string().trim().max(200).default(""),
  events: eventNames,
});

export const WebhookChanges = z.object({
  endpointId: z.uuid(),
  url: z.url().max(2000).optional(),
  description: z.string().trim().max(200).optional(),
  events: eventNames.optional(),
  enabled: z.boolean().optional(),
});

export const WebhookEndpoint = z.object({
  endpointId: z.uuid(),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  enabled: z.boolean(),
  /** Why the house switched it off; null when a person did, or nobody. */
  disabledReason: z.string().nullable(),
  failingSince: instantText.nullable(),
  createdAt: instantText,
  /** Until when signatures by the secret before are sent too. */
  previousSecretUntil: instantText.nullable(),
});

/** `held`: sandbox mode. `cancelled`: the endpoint was off when its turn came. */
export const DeliveryStatus = z.enum(["pending", "delivered", "failed", "held", "cancelled"]);

export const WebhookAttempt = z.object({
  at: instantText,
  statusCode: z.number().nullable(),
  error: z.string().nullable(),
  /** The first 2 KB of the receiver's answer. */
  response: z.string().nullable(),
  durationMs: z.number(),
});

export const WebhookDelivery = z.object({
  deliveryId: z.uuid(),
  endpointId: z.uuid(),
  eventId: z.uuid(),
  eventName: z.string(),
  body: z.string(),
  status: DeliveryStatus,
  attempts: z.number(),
  nextAttemptAt: instantText.nullable(),
  createdAt: instantText,
  settledAt: instantText.nullable(),
  /** Oldest first. */
  log: z.array(WebhookAttempt),
});

export const JobState = z.enum(["created", "retry", "active", "completed", "cancelled", "failed"]);

/** One kind of background work and how many of it wait, run and failed. */
export const JobQueue = z.object({
  name: z.string(),
  title: z.string(),
  /** Cron in the company's zone; null when it runs only on demand. */
  schedule: z.string().nullable(),
  waiting: z.number(),
  active: z.number(),
  failed: z.number(),
  completed: z.number(),
  lastCompletedAt: instantText.nullable(),
});

export const JobSummary = z.object({
  jobId: z.uuid(),
  name: z.string(),
  title: z.string(),
  state: JobState,
  data: z.unknown(),
  error: z.string().nullable(),
  attempts: z.number(),
  createdAt: instantText,
  startAfter: instantText,
  completedAt: instantText.nullable(),
});

export const DeadLetter = z.object({
  deadLetterId: z.uuid(),
  subscriber: z.string(),
  eventId: z.uuid(),
  eventName: z.string(),
  payload: z.unknown(),
  occurredAt: instantText,
  error: z.string(),
  attempts: z.number(),
  failedAt: instantText,
});

export const ReplayOutcome = z.object({
  deadLetterId: z.uuid(),
  delivered: z.boolean(),
  /** Why it failed again; null when it was delivered. */
  error: z.string().nullable(),
});

/** A group of settings with its value and the JSON Schema of what it may be. */
export const SettingsGroupView = z.object({
  key: z.string(),
  title: z.string(),
  value: z.record(z.string(), z.unknown()),
  schema: z.unknown(),
  updatedAt: instantText.nullable(),
  updatedBy: z.uuid().nullable(),
});

export const ProposalStatus = z.enum(["open", "approved", "rejected", "failed"]);

export const Proposal = z.object({
  proposalId: z.uuid(),
  operation: z.string(),
  title: z.string(),
  input: z.unknown(),
  proposedBy: z.uuid(),
  proposedByName: z.string().nullable(),
  tokenId: z.uuid().nullable(),
  proposedAt: instantText,
  status: ProposalStatus,
  decidedBy: z.uuid().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instantText.nullable(),
  output: z.unknown(),
  error: z.string().nullable(),
});

export const ProposalDecision = z.object({
  proposalId: z.uuid(),
  status: ProposalStatus,
  output: z.unknown(),
  /** Why the operation refused; null when it was done or rejected. */
  error: z.string().nullable(),
});

/** `app`: in the console alone. `mail`: also by mail at once. `digest`: also in the morning's mail. */
export const NoticeDelivery = z.enum(["app", "mail", "digest", "off"]);

export const Notification = z.object({
  notificationId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  href: z.string(),
  createdAt: instantText,
  readAt: instantText.nullable(),
});

export const NoticePreference = z.object({
  kind: z.string(),
  title: z.string(),
  delivery: NoticeDelivery,
  /** True while the person has not chosen. */
  isDefault: z.boolean(),
});

/** One thing the search found. */
export const SearchResult = z.object({
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  href: z.string(),
});
