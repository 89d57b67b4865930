import { availableParallelism } from "node:os";
import path from "node:path";
import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { AppError } from "#kernel/errors.ts";

const flag = z.enum(["1", "0", "true", "false"]).transform((value) => value === "1" || value === "true");
const port = z.coerce.number().int().min(0).max(65535);

/**
 * Every setting of an installation, read from the environment once at start.
 * `describe` is what README and `docs/operations.md` print; `npm run docs:settings` writes that table.
 */
export const settingsSchema = z.object({
  PORT: port.default(3000).describe("Port of the web server"),
  HOST: z.string().default("127.0.0.1").describe("Address the web server listens on"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("How much is logged"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres://")
    .optional()
    .describe("PostgreSQL 15 or newer; unset: the embedded server in the data folder"),
  DATABASE_MIGRATION_URL: z
    .string()
    .optional()
    .describe("Role that owns the schema, when DATABASE_URL is a role without that right"),
  CAIRN_DATA: z.string().default(".cairn").describe("Data folder: embedded database, files, secrets"),
  CAIRN_ROLE: z.enum(["all", "web", "worker"]).default("all").describe("What this process does"),
  CAIRN_URL: z.url().optional().describe("Public address, as people type it; default http://HOST:PORT"),
  CAIRN_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe("Key for sessions and signatures; unset: made once and kept in the data folder"),
  CAIRN_SANDBOX: flag.default(false).describe("Sandbox mode: the clock can be set, nothing leaves the house"),
  CAIRN_DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(Math.max(10, availableParallelism() * 4))
    .describe("Database connections of one process"),
  CAIRN_API_RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .default(60_000)
    .describe("API and MCP requests a minute of one token or person, per process; 0: no limit"),
  CAIRN_TRUST_PROXY: flag.default(false).describe("Believe X-Forwarded-* of the proxy in front"),
  CAIRN_SMTP_URL: z
    .string()
    .optional()
    .describe("smtp(s)://user:password@host:port; unset: mail stays in the outbox"),
  CAIRN_MAIL_FROM: z.string().default("Cairn <cairn@localhost>").describe("Sender of every mail"),
  CAIRN_S3_BUCKET: z.string().optional().describe("Bucket for files; unset: the data folder"),
  CAIRN_S3_ENDPOINT: z.string().optional().describe("Address of an S3-compatible store"),
  CAIRN_S3_REGION: z.string().default("us-east-1").describe("Region of the bucket"),
  CAIRN_S3_ACCESS_KEY_ID: z.string().optional().describe("Access key of the bucket"),
  CAIRN_S3_SECRET_ACCESS_KEY: z.string().optional().describe("Secret key of the bucket"),
  CAIRN_METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe("Bearer token of /metrics; unset: /metrics is closed"),
  CAIRN_STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_/, "must start with sk_ or rk_")
    .optional()
    .describe("Secret or restricted key of Stripe; unset: customers pay by bank transfer alone"),
  CAIRN_STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, "must start with whsec_")
    .optional()
    .describe("Signing secret of the Stripe endpoint /webhooks/stripe; needed with the key"),
  CAIRN_STRIPE_API_BASE: z
    .url()
    .default("https://api.stripe.com")
    .describe("Where Stripe's API is reached; in sandbox mode Stripe is off unless this is on this machine"),
  CAIRN_WEBHOOKS_ALLOW_PRIVATE: flag
    .default(false)
    .describe("Allow outgoing webhooks to private and loopback addresses"),
});

/** The checked settings of this process. */
export type Config = z.output<typeof settingsSchema>;

const KNOWN = Object.keys(settingsSchema.shape);

/** Half a pair would take money and never hear what became of it, or the other way round. */
function demandPairs(config: Config, context: z.RefinementCtx): void {
  const pair = ["CAIRN_STRIPE_SECRET_KEY", "CAIRN_STRIPE_WEBHOOK_SECRET"] as const;
  const missing = pair.filter((name) => !config[name]);
  if (missing.length === 1)
    context.addIssue({
      code: "custom",
      path: missing,
      message: `is needed with the other of ${pair.join(" and ")}`,
    });
}

/**
 * Checks the environment against the settings.
 * Errors: `config.unknown_setting` names the nearest known one; `config.invalid_setting` lists each fault.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const unknown = Object.keys(environment).find((key) => key.startsWith("CAIRN_") && !KNOWN.includes(key));
  if (unknown) {
    const nearest = KNOWN.toSorted((a, b) => distance(unknown, a) - distance(unknown, b))[0];
    throw new AppError(
      "invalid",
      "config.unknown_setting",
      `${unknown} is not a setting. Did you mean ${nearest}?`,
    );
  }
  const given = Object.fromEntries(KNOWN.map((key) => [key, environment[key] || undefined]));
  const parsed = settingsSchema.superRefine(demandPairs).safeParse(given);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const words = issues.map((issue) => `${issue.path}: ${issue.message}`).join("; ");
  throw new AppError("invalid", "config.invalid_setting", `Settings need mending. ${words}.`, { issues });
}

/** The public address without a trailing slash. */
export const publicUrl = (config: Config): string =>
  (
    config.CAIRN_URL ?? `http://${config.HOST === "0.0.0.0" ? "127.0.0.1" : config.HOST}:${config.PORT}`
  ).replace(/\/$/, "");

/** Absolute path of the data folder; a relative one is taken from `root` (the project's folder). */
export const dataFolder = (config: Config, root: string): string => path.resolve(root, config.CAIRN_DATA);
