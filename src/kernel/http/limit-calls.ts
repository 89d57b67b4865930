import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "#kernel/actor.ts";
import { clientNetworkOf } from "#kernel/auth/client-address.ts";
import { isAppError, refuse } from "#kernel/errors.ts";

/** Of what a known caller may ask, a network address that proves nothing may ask this part. */
const UNPROVEN_PART = 200;
const MINUTE = 60;

type ActorOf = (request: Request) => Promise<Actor>;

const tooMany = (waitMs: number) => {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return refuse(
    "rate_limited",
    "http.too_many_requests",
    `Too many requests. Wait ${retryAfterSeconds} seconds and go on more slowly.`,
    { retryAfterSeconds },
  );
};

const consume = (limiter: RateLimiterMemory, key: string): Promise<unknown> =>
  limiter.consume(key).catch((reason: unknown) => {
    throw reason instanceof RateLimiterRes ? tooMany(reason.msBeforeNext) : reason;
  });

/**
 * Says who sends a request, as `actorOf` does, and counts it in this process: `perMinute` for each token and person;
 * for each network address a two-hundredth of that (300 at the default) in requests that come from nobody or with a
 * key that opens nothing. 0 counts nothing. Errors: `http.too_many_requests` with the seconds to wait, and what
 * `actorOf` throws.
 */
export function limitCalls(actorOf: ActorOf, perMinute: number): ActorOf {
  if (perMinute === 0) return actorOf;
  const callers = new RateLimiterMemory({ keyPrefix: "caller", points: perMinute, duration: MINUTE });
  const points = Math.ceil(perMinute / UNPROVEN_PART);
  const unproven = new RateLimiterMemory({ keyPrefix: "unproven", points, duration: MINUTE });
  return async (request) => {
    const actor = await actorOf(request).catch(async (error: unknown) => {
      if (isAppError(error)) await consume(unproven, clientNetworkOf(request));
      throw error;
    });
    if (actor.kind === "anonymous") await consume(unproven, clientNetworkOf(request));
    if (actor.kind === "token") await consume(callers, actor.tokenId);
    if (actor.kind === "person") await consume(callers, actor.personId);
    return actor;
  };
}
