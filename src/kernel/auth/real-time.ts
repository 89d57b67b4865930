import type { Clock } from "#kernel/clock.ts";

/**
 * The clock of sessions, codes and attempts. better-auth and rate-limiter-flexible read the machine's clock and
 * authenticator apps the world's, so what guards the door keeps real time even in sandbox mode, where the house's
 * clock may be set. Tokens, invitations and other promises to people go by the house's clock.
 */
export const realTime: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) };
