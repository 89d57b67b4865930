import type { Context, Hono } from "hono";
import type { Env } from "#kernel/http/env.ts";
import { limitBody } from "#kernel/http/limit-body.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import type { Door } from "#kernel/http/rest.ts";
import { refuse } from "#kernel/errors.ts";
import { execute } from "#kernel/operation/execute.ts";
import { getLaunch } from "#modules/academy/packages/launch-row.ts";
import { hasEngine, runtimeScript } from "#modules/academy/packages/runtime-script.ts";
import { packageHeaders, servePackageFile } from "#modules/academy/packages/serve-package.ts";

const TOKEN = ":token{[A-Za-z0-9_-]{43}}";
const MAX_STATE_BYTES = 2_000_000;

async function readState(request: Request): Promise<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(await limitBody(request, MAX_STATE_BYTES).text());
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    if (error instanceof Error && "kind" in error) throw error;
  }
  throw refuse("invalid", "http.body_not_json", "The body must be one JSON object.");
}

/** The token says for whom it speaks; no cookie is looked at, as the sandbox sends none. */
async function saveState(door: Door, context: Context<Env>): Promise<Response> {
  const token = context.req.param("token") ?? "";
  const now = door.clock.now();
  const launch = await getLaunch(door.runtime.database.db, token, now);
  const state = await readState(context.req.raw);
  const answer =
    launch.enrollment_id === null
      ? { isKept: false, isReplaced: false, isComplete: false }
      : await execute(
          door.runtime,
          "academy.save_package_state",
          { ...state, token },
          {
            actor: { kind: "person", personId: launch.person_id, role: null },
            surface: "http",
            requestId: context.get("requestId"),
            now,
          },
        );
  return Response.json(answer, { headers: packageHeaders(context.req.raw) });
}

async function serve(door: Door, context: Context<Env>): Promise<Response> {
  const token = context.req.param("token") ?? "";
  const launch = await getLaunch(door.runtime.database.db, token, door.clock.now());
  const { pathname } = new URL(context.req.url);
  const path = decodeURIComponent(pathname.slice(`/packages/${token}/`.length)).normalize("NFC");
  if (path.includes("\0") || !path.isWellFormed())
    throw refuse("not_found", "academy.package_file_unknown", "The package has no such file.");
  return servePackageFile(door, context.req.raw, { launch, token, path });
}

function script(kind: string, request: Request): Response {
  if (!hasEngine(kind)) throw refuse("not_found", "academy.package_file_unknown", "There is no such script.");
  return new Response(runtimeScript(kind), {
    headers: {
      ...packageHeaders(request),
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
    },
  });
}

/**
 * `/packages/:token/…`: the files of a package for who opened it, with the token in the path so that what a page names
 * beside it is found; `POST /packages/:token/state` takes what it keeps.
 */
export function packageRoutes(web: Hono<Env>, door: Door): void {
  const answer = async (context: Context<Env>, work: () => Promise<Response>) => {
    try {
      return await work();
    } catch (error) {
      const requestId = context.get("requestId");
      const fault =
        error instanceof URIError
          ? refuse("not_found", "academy.package_file_unknown", "There is no such file.")
          : error;
      const response = problemResponse(fault, requestId);
      if (response.status === 500) door.runtime.services.log.error({ requestId, error }, "Bug");
      for (const [name, value] of Object.entries(packageHeaders(context.req.raw)))
        response.headers.set(name, value);
      return response;
    }
  };
  web.get("/packages/runtime/:kind{[a-z0-9]+\\.js}", (context) =>
    answer(context, async () => script(context.req.param("kind").replace(/\.js$/, ""), context.req.raw)),
  );
  web.post(`/packages/${TOKEN}/state`, (context) => answer(context, () => saveState(door, context)));
  web.get(`/packages/${TOKEN}/*`, (context) => answer(context, () => serve(door, context)));
}
