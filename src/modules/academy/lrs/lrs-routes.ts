import { LRUCache } from "lru-cache";
import type { Context, Hono } from "hono";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { Env } from "#kernel/http/env.ts";
import type { Door } from "#kernel/http/rest.ts";
import { allowOrigin, isAllowedOrigin, preflightAnswer } from "#modules/academy/lrs/cross-origin.ts";
import { identifySender } from "#modules/academy/lrs/identify-sender.ts";
import type { LrsHouse } from "#modules/academy/lrs/lrs-house.ts";
import {
  alternateRequest,
  isAlternate,
  type LrsRequest,
  plainRequest,
} from "#modules/academy/lrs/lrs-request.ts";
import { aboutAnswer, type LrsResource, lrsResources } from "#modules/academy/lrs/lrs-resources.ts";
import { answerRefusal, malformed, methodNotAllowed } from "#modules/academy/lrs/refusals.ts";
import type { Sender } from "#modules/academy/lrs/sender.ts";
import { NEWEST, versionOfHeader } from "#modules/academy/rules/lrs/spoken-version.ts";

const BASE = "/xapi";
const VERSION = "x-experience-api-version";
const USED_EVERY_MS = 60_000;
const ABOUT_METHODS = ["GET", "HEAD"];

const houseOf = ({ runtime, clock }: Door): LrsHouse => ({
  db: runtime.database.db,
  services: runtime.services,
  clock,
  merged: new LRUCache({ max: 50_000 }),
  spoken: new LRUCache({ max: 2000 }),
  used: new LRUCache({ max: 2000 }),
});

const registerOf = ({ db, services: { cache, config } }: LrsHouse) => ({ db, cache, config });

/** Notes that a client was used, to the minute. */
async function noteUse({ db, clock, used }: LrsHouse, { id, reach }: Sender): Promise<void> {
  const now = clock.now();
  if (reach || now.epochMilliseconds - (used.get(id) ?? 0) < USED_EVERY_MS) return;
  used.set(id, now.epochMilliseconds);
  await db.execute(sql`UPDATE academy.lrs_client SET used_at = ${now.toString()} WHERE id = ${id}`);
}

/** The request in whichever syntax it was sent; 2.0 has no alternate one, and then `method` is a parameter too many. */
async function readRequest(raw: Request): Promise<LrsRequest> {
  const plain = plainRequest(raw);
  if (!isAlternate(plain)) return plain;
  const alternate = await alternateRequest(plain);
  return versionOfHeader(alternate.header(VERSION))?.major === 2 ? plain : alternate;
}

const methodsOf = (resource: LrsResource, request: LrsRequest): void => {
  if (!resource.methods.includes(request.method)) throw methodNotAllowed();
};

/** Method, version, sender, then the resource itself: so that what is wrong is said in that order. */
async function answerCall(
  house: LrsHouse,
  resource: LrsResource,
  raw: Request,
  headers: Headers,
): Promise<Response> {
  if (!resource.methods.includes(raw.method)) throw methodNotAllowed();
  const request = await readRequest(raw);
  methodsOf(resource, request);
  const version = versionOfHeader(request.header(VERSION));
  if (version) headers.set(VERSION, version.answered);
  const identify = () =>
    identifySender(registerOf(house), request.header("authorization"), house.clock.now());
  if (!version) {
    // Without a version the answer is in the one the sender spoke last, where there is a sender.
    const sender = await identify().catch(() => undefined);
    headers.set(VERSION, (sender && house.spoken.get(sender.id)) ?? NEWEST.answered);
    throw malformed(
      "Send the header X-Experience-API-Version with 1.0.3 or 2.0.0.",
      "X-Experience-API-Version",
    );
  }
  const sender = await identify();
  house.spoken.set(sender.id, version.answered);
  await noteUse(house, sender);
  return resource.answer(house, { request, sender, version, headers });
}

async function answerAbout(raw: Request, headers: Headers): Promise<Response> {
  if (!ABOUT_METHODS.includes(raw.method)) throw methodNotAllowed();
  const version = versionOfHeader(raw.headers.get(VERSION));
  headers.set(VERSION, (version ?? NEWEST).answered);
  return aboutAnswer(version);
}

function nothingThere(): never {
  throw refuse("not_found", "academy.lrs_no_such_resource", "There is no such resource in this store.");
}

async function answer(house: LrsHouse, context: Context<Env>): Promise<Response> {
  const raw = context.req.raw;
  const path = context.req.path.slice(BASE.length).replace(/\/$/, "");
  const resource = Object.hasOwn(lrsResources, path) ? lrsResources[path] : undefined;
  const origin = raw.headers.get("origin");
  const isAllowed = origin !== null && (await isAllowedOrigin(registerOf(house), origin));
  if (raw.method === "OPTIONS" && origin !== null && isAllowed)
    return preflightAnswer(origin, resource?.methods ?? ABOUT_METHODS);
  const spoken = versionOfHeader(raw.headers.get(VERSION)) ?? NEWEST;
  const headers = new Headers({ [VERSION]: spoken.answered });
  let response: Response;
  try {
    if (path === "/about") response = await answerAbout(raw, headers);
    else response = await (resource ? answerCall(house, resource, raw, headers) : nothingThere());
  } catch (error) {
    const refused = answerRefusal(error, context.get("requestId"));
    if (refused.isBug && refused.response.status === 500)
      house.services.log.error({ requestId: context.get("requestId"), error }, "Bug");
    response = refused.response;
  }
  for (const [name, value] of headers) response.headers.set(name, value);
  response.headers.set("x-content-type-options", "nosniff");
  // What is stored here was sent by others: it is never a page of ours.
  response.headers.set("content-security-policy", "default-src 'none'; sandbox");
  if (origin !== null && isAllowed) allowOrigin(response.headers, origin);
  return response;
}

/** The learning record store: `/xapi/statements` and its neighbours. See docs/modules/academy-lrs.md. */
export function lrsRoutes(web: Hono<Env>, door: Door): void {
  const house = houseOf(door);
  web.all(`${BASE}/*`, (context) => answer(house, context));
}
