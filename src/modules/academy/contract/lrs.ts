import { z } from "zod";

/** What a client of the learning record store may do; the names are those of xAPI. */
export const LRS_SCOPES = [
  "statements/write",
  "statements/read",
  "statements/read/mine",
  "state",
  "profile",
  "all/read",
  "all",
] as const;

/** One of them. */
export type LrsScope = (typeof LRS_SCOPES)[number];

const origin = z
  .string()
  .trim()
  .regex(
    /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$|^https?:\/\/\[[0-9a-f:]+\](:\d{1,5})?$/i,
    "Write an origin, such as https://courses.example.com",
  )
  .transform((text) => text.toLowerCase());

/** A program that is to send or read statements. */
export const CreateLrsClient = z.object({
  name: z.string().trim().min(1).max(120).describe("What it is for; shown beside what it sent"),
  scopes: z.array(z.enum(LRS_SCOPES)).min(1, "Choose what it may do").max(LRS_SCOPES.length),
  origins: z
    .array(origin)
    .max(20)
    .default([])
    .describe("Origins of pages that call from a browser; others are refused by the browser"),
});

/** A client's secret, shown this once. */
export const LrsClientSecret = z.object({
  clientId: z.uuid(),
  name: z.string(),
  key: z.string().describe("User name of Basic authentication"),
  secret: z.string().describe("Password of Basic authentication"),
  endpoint: z.string().describe("Base address of the store"),
});

/** One client. */
export const OneLrsClient = z.object({ clientId: z.uuid() });

/** What is known of a client, without its secret. Instants are ISO 8601 in UTC. */
export const LrsClientSummary = z.object({
  clientId: z.uuid(),
  name: z.string(),
  key: z.string(),
  scopes: z.array(z.enum(LRS_SCOPES)),
  origins: z.array(z.string()),
  createdAt: z.string(),
  rotatedAt: z.string().nullable(),
  usedAt: z.string().nullable().describe("To the minute"),
  revokedAt: z.string().nullable(),
});

/** All clients, those that work first. */
export const LrsClientList = z.object({ endpoint: z.string(), items: z.array(LrsClientSummary) });

const instant = z.iso.datetime({ offset: true });

/** Which statements to look at. */
export const BrowseStatements = z.object({
  agent: z.string().trim().max(500).optional().describe("E-mail address, account name, or an agent as JSON"),
  verb: z.string().trim().max(2000).optional().describe("IRI of the verb"),
  activity: z
    .string()
    .trim()
    .max(2000)
    .optional()
    .describe("IRI of an activity, of the object or the context"),
  registration: z.uuid().optional(),
  since: instant.optional().describe("Stored after"),
  until: instant.optional().describe("Stored at or before"),
  limit: z.number().int().min(1).max(500).default(50),
  cursor: z.string().max(40).optional(),
});

/** A statement as a list shows it, and whole as JSON text. */
export const StatementRow = z.object({
  statementId: z.uuid(),
  storedAt: z.string().describe("ISO 8601, UTC"),
  actor: z.string(),
  verb: z.string(),
  object: z.string(),
  score: z.number().nullable().describe("Scaled, from -1 to 1"),
  isVoided: z.boolean(),
  json: z.string(),
});

/** A page of statements, the newest first. */
export const StatementPage = z.object({ items: z.array(StatementRow), nextCursor: z.string().nullable() });
