import type { Context, Hono } from "hono";
import { publicUrl } from "#kernel/config.ts";
import type { Env } from "#kernel/http/env.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import type { Door } from "#kernel/http/rest.ts";
import {
  answerAchievement,
  answerAchievementImage,
  answerCredential,
  answerDid,
  answerIssuer,
  answerStatusList,
} from "#modules/academy/certificates/badges/badge-answers.ts";

/** What an answer of these addresses needs: the house, its public address, and the parts of the path. */
export interface BadgeRequest {
  door: Door;
  url: string;
  param(name: string): string;
}

type Answer = (request: BadgeRequest) => Promise<Response>;

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const ROUTES: readonly (readonly [path: string, answer: Answer])[] = [
  ["/.well-known/did.json", answerDid],
  ["/badges/issuer", answerIssuer],
  [`/badges/achievements/:courseId{${UUID}}`, answerAchievement],
  [`/badges/achievements/:courseId{${UUID}}/image.png`, answerAchievementImage],
  ["/badges/status/:list{[0-9]{1,9}-(?:revocation|suspension)}", answerStatusList],
  ["/badges/credentials/:serial{[0-9A-Za-z-]{16,19}(?:\\.(?:png|svg))?}", answerCredential],
];

async function respond(door: Door, context: Context<Env>, answer: Answer): Promise<Response> {
  try {
    return await answer({
      door,
      url: publicUrl(door.runtime.services.config),
      param: (name) => context.req.param(name) ?? "",
    });
  } catch (error) {
    const response = problemResponse(error, context.get("requestId"));
    if (response.status === 500)
      door.runtime.services.log.error({ requestId: context.get("requestId"), error }, "Bug");
    return response;
  }
}

/**
 * Where anybody's software reads what badges refer to: the issuer and its keys, achievements, status lists, and the badges
 * themselves, whose addresses nobody guesses. Everything here is public and may be read from any page.
 */
export function badgeRoutes(web: Hono<Env>, door: Door): void {
  for (const [path, answer] of ROUTES) {
    web.get(path, async (context) => {
      const response = await respond(door, context, answer);
      response.headers.set("access-control-allow-origin", "*");
      response.headers.set("cross-origin-resource-policy", "cross-origin");
      return response;
    });
    web.options(path, () => new Response(null, { status: 204, headers: PREFLIGHT }));
  }
}

const PREFLIGHT = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, HEAD, OPTIONS",
  "access-control-allow-headers": "accept, content-type",
  "access-control-max-age": "86400",
};
