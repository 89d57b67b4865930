import { createHmac } from "node:crypto";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { refuse } from "#kernel/errors.ts";

const MINUTE = 60;

/** Tries allowed in a window that opens with the first; the window's end lifts the lock. Seconds. */
const LIMITS = {
  // A password guessed at: for one account from anywhere, and from one address for any account.
  password_account: { points: 10, duration: 15 * MINUTE },
  password_address: { points: 50, duration: 15 * MINUTE },
  // Codes of the second step; better-auth has its own limit per account and per challenge beside this.
  code_address: { points: 30, duration: 15 * MINUTE },
  // Mails somebody else can have sent to a person.
  mail_account: { points: 5, duration: 60 * MINUTE },
  mail_address: { points: 30, duration: 60 * MINUTE },
  // Challenges that a passkey script asks for.
  passkey_address: { points: 60, duration: 5 * MINUTE },
} as const;

type AttemptKind = keyof typeof LIMITS;

/** One thing counted: an account's e-mail address, or a network address. */
interface Attempt {
  kind: AttemptKind;
  of: string;
}

/** Counters of attempts, shared by all processes through kernel.rate_limit. */
export interface Attempts {
  /**
   * Counts before the work, so that a thousand at once are no way around it.
   * Errors: `auth.too_many_attempts` with the seconds to wait.
   */
  begin(attempts: readonly Attempt[]): Promise<void>;
  /** Forgets an account's failures after a success. */
  forget(attempt: Attempt): Promise<void>;
  /** Gives one try back: a success is no attempt on others. */
  giveBack(attempt: Attempt): Promise<void>;
}

function tooMany(waitMs: number) {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  const minutes = Math.ceil(retryAfterSeconds / MINUTE);
  return refuse(
    "rate_limited",
    "auth.too_many_attempts",
    `Too many tries. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again.`,
    { retryAfterSeconds },
  );
}

/** Opens the counters. What is counted is kept as a keyed hash: the table holds no address of anybody. */
export function openAttempts(pool: Pool, secret: string): Attempts {
  const shared = {
    storeClient: pool,
    storeType: "pool",
    schemaName: "kernel",
    tableName: "rate_limit",
    tableCreated: true,
    // A nightly job clears the table for all processes.
    clearExpiredByTimeout: false,
  };
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([kind, limit]) => [
      kind,
      new RateLimiterPostgres({ ...shared, keyPrefix: `auth.${kind}`, ...limit }),
    ]),
  ) as Record<AttemptKind, RateLimiterPostgres>;
  const keyOf = ({ of }: Attempt) => createHmac("sha256", secret).update(`attempt:${of}`).digest("base64url");
  return {
    begin: async (attempts) => {
      for (const attempt of attempts)
        await limiters[attempt.kind].consume(keyOf(attempt)).catch((reason: unknown) => {
          throw reason instanceof RateLimiterRes ? tooMany(reason.msBeforeNext) : reason;
        });
    },
    forget: async (attempt) => {
      await limiters[attempt.kind].delete(keyOf(attempt));
    },
    giveBack: async (attempt) => {
      await limiters[attempt.kind].reward(keyOf(attempt), 1);
    },
  };
}
