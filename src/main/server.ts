import path from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { routePath } from "hono/route";
import { CLIENT_ADDRESS_HEADER } from "#kernel/auth/client-address.ts";
import { sameText } from "#kernel/auth/cookies.ts";
import { publicUrl } from "#kernel/config.ts";
import { type AppError, isAppError, refuse } from "#kernel/errors.ts";
import type { Env } from "#kernel/http/env.ts";
import { openApiDocs } from "#kernel/http/api-docs.ts";
import { createPageCache, type PageRequest } from "#kernel/http/page-cache.ts";
import { checkHealth } from "#kernel/http/health.ts";
import { limitCalls } from "#kernel/http/limit-calls.ts";
import { answerMcp } from "#kernel/http/mcp.ts";
import { openApiDocument } from "#kernel/http/openapi.ts";
import { pageRequest } from "#kernel/http/page-request.ts";
import { problemResponse } from "#kernel/http/problem.ts";
import { restRoutes } from "#kernel/http/rest.ts";
import { newNonce, securityHeaders } from "#kernel/http/security-headers.ts";
import { openStaticFiles } from "#kernel/http/static-files.ts";
import { MAX_FORM_BYTES } from "#kernel/files/receive-upload.ts";
import { newId } from "#kernel/ids.ts";
import type { App } from "#main/app.ts";
import type { Doors } from "#main/doors.ts";
import { BUILD } from "#main/pages.ts";
import { VERSION } from "#main/version.ts";

type Web = Hono<Env>;

/** Largest form of somebody who is not signed in, in bytes. */
const MAX_STRANGERS_FORM_BYTES = 64_000;

/** How long a request's headers may take, and how long a line may be silent, in milliseconds. */
const HEADERS_MS = 20_000;
const SILENCE_MS = 120_000;
/** Longest upload: two gigabytes over a slow line. */
const REQUEST_MS = 60 * 60_000;

/** A request id from outside is kept only when it cannot break a log line. */
const REQUEST_ID = /^[\w.:-]{8,80}$/;

/** A long piece of an address that is no id may be a key, as that of a calendar is. */
const withoutSecrets = (pathname: string): string =>
  pathname.replace(/[\w-]{24,}/g, (piece) => (/^[0-9a-f-]{36}$/.test(piece) ? piece : "..."));

function everyRequest(web: Web, app: App, doors: Doors): void {
  const https = publicUrl(app.config).startsWith("https:");
  web.use(compress());
  web.use(async (context, next) => {
    const given = context.req.header("x-request-id") ?? "";
    const requestId = REQUEST_ID.test(given) ? given : newId();
    const nonce = newNonce();
    context.set("requestId", requestId);
    context.set("nonce", nonce);
    // Parts behind this one get the request alone: what they may believe of it is written over what was sent.
    context.req.raw.headers.set("x-request-id", requestId);
    context.req.raw.headers.set(CLIENT_ADDRESS_HEADER, clientAddress(context, app.config.CAIRN_TRUST_PROXY));
    const started = performance.now();
    await next();
    const wanted = { ...securityHeaders(nonce, { https }), "cache-control": "no-store" };
    for (const [name, value] of Object.entries(wanted))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    context.res.headers.set("x-request-id", requestId);
    const elapsedMs = performance.now() - started;
    doors.observe?.({
      method: context.req.method,
      // The pattern, not the path: one series a route.
      route: routePath(context),
      status: context.res.status,
      seconds: elapsedMs / 1000,
    });
    app.services.log.debug(
      {
        requestId,
        method: context.req.method,
        path: withoutSecrets(context.req.path),
        status: context.res.status,
        ms: Math.round(elapsedMs),
      },
      "Request",
    );
  });
  web.onError((error, context) => {
    app.services.log.error({ requestId: context.get("requestId"), error }, "Bug");
    return problemResponse(error, context.get("requestId"));
  });
}

function upkeep(web: Web, app: App, doors: Doors): void {
  web.get("/healthz", (context) => context.json({ status: "ok", version: VERSION }));
  web.get("/readyz", async (context) => {
    const health = await checkHealth(app);
    return context.json(health, health.ready ? 200 : 503);
  });
  web.get("/metrics", async (context) => {
    const token = app.config.CAIRN_METRICS_TOKEN;
    if (!token) return nothingHere(context.get("requestId"));
    if (!sameText(context.req.header("authorization") ?? "", `Bearer ${token}`))
      return problemResponse(
        refuse("unauthenticated", "metrics.token_needed", "Send the metrics token."),
        context.get("requestId"),
      );
    return doors.metrics();
  });
}

function programs(web: Web, app: App, doors: Doors): void {
  const actorOf = limitCalls(doors.auth.actorOf, app.config.CAIRN_API_RATE_LIMIT);
  const door = { runtime: app, clock: app.clock, actorOf };
  web.get("/api/v1/openapi.json", (context) =>
    context.json(openApiDocument(app.registry, { serverUrl: publicUrl(app.config), version: VERSION })),
  );
  web.all("/api/auth/*", (context) => doors.auth.handler(context.req.raw));
  doors.routes?.(web, door);
  web.route("/api/v1", restRoutes(door));
  web.all("/mcp", (context) => answerMcp(door, context.req.raw, context.get("requestId")));
}

/** Node's own address of the other side, for rate limits; a proxy's word counts only when it is trusted. */
export function clientAddress(context: Context, trustProxy: boolean): string {
  const forwarded = context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  if (trustProxy && forwarded) return forwarded;
  return (
    (context.env as undefined | { incoming?: { socket: { remoteAddress?: string } } })?.incoming?.socket
      .remoteAddress ?? "unknown"
  );
}

const nothingHere = (requestId: string): Response =>
  problemResponse(refuse("not_found", "http.no_such_path", "There is nothing at this address."), requestId);

const wanted = (context: Context) => ({
  pathname: context.req.path,
  acceptEncoding: context.req.header("accept-encoding"),
});

/** What a public page looks like depends on its address and on the theme the visitor chose. */
function pageKey(context: Context): PageRequest {
  const { pathname, search } = new URL(context.req.url);
  const theme = /(?:^|;\s*)theme=(light|dark)/.exec(context.req.header("cookie") ?? "")?.[1] ?? "system";
  return { key: `${theme} ${pathname}${search}`, acceptEncoding: context.req.header("accept-encoding") };
}

/**
 * The request as pages get it. Forms hold files only where somebody is signed in; a stranger's are a few fields. One
 * that is too large is not read, and its page says so.
 */
function forPages(
  request: Request,
  { config }: App,
  { auth }: Doors,
): { request: Request; refused?: AppError } {
  try {
    return {
      request: pageRequest(request, {
        https: publicUrl(config).startsWith("https:"),
        maxBytes: auth.hasSessionCookie(request) ? MAX_FORM_BYTES : MAX_STRANGERS_FORM_BYTES,
      }),
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { url, method, headers } = request;
    return { request: new Request(url, { method, headers }), refused: error };
  }
}

/** Every door of the house on one Hono app: health, API, MCP, files, pages. */
export async function createWeb(app: App, doors: Doors): Promise<Web> {
  const web: Web = new Hono<Env>();
  const built = await openStaticFiles(path.join(BUILD, "client"), "/assets/");
  const docs = await openApiDocs();
  const pages = createPageCache();
  everyRequest(web, app, doors);
  upkeep(web, app, doors);
  web.get(
    "/api/docs/*",
    (context) => docs(wanted(context), context.get("nonce")) ?? nothingHere(context.get("requestId")),
  );
  programs(web, app, doors);
  web.all("*", async (context) => {
    const isGet = context.req.method === "GET";
    const file = isGet ? built(wanted(context)) : undefined;
    if (file) return file;
    const render = () => {
      const { request, refused } = forPages(context.req.raw, app, doors);
      return doors.pages(request, {
        nonce: context.get("nonce"),
        requestId: context.get("requestId"),
        refused,
      });
    };
    // Whoever is signed in sees public pages in their own language, with the way to their account.
    return isGet && !doors.auth.hasSessionCookie(context.req.raw)
      ? pages.answer(await app.services.company(), pageKey(context), render)
      : render();
  });
  return web;
}

/** A listening server. */
export interface WebServer {
  url: string;
  /** Stops accepting, then waits for answers under way. */
  close(): Promise<void>;
}

/** Starts to listen. Errors: `server.port_taken`. */
export function listenWeb(web: Web, address: { host: string; port: number }): Promise<WebServer> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve(
      { fetch: web.fetch, hostname: address.host, port: address.port },
      (info) =>
        resolve({
          url: `http://${address.host.includes(":") ? `[${address.host}]` : address.host}:${info.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ("closeIdleConnections" in server) server.closeIdleConnections();
            }),
        }),
    );
    if ("headersTimeout" in server) {
      server.headersTimeout = HEADERS_MS;
      server.requestTimeout = REQUEST_MS;
      server.timeout = SILENCE_MS;
    }
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") return reject(error);
      reject(
        refuse(
          "conflict",
          "server.port_taken",
          `Port ${address.port} of ${address.host} is taken. Stop what listens there or set PORT.`,
        ),
      );
    });
  });
}
