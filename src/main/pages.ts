import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  createRequestHandler,
  type RouterContext,
  RouterContextProvider,
  type ServerBuild,
} from "react-router";
import { demandPermission, permissionsOf } from "#kernel/operation/access.ts";
import { execute } from "#kernel/operation/execute.ts";
import { type Actor, actorPersonId } from "#kernel/actor.ts";
import type { Module } from "#kernel/module.ts";
import { AppError } from "#kernel/errors.ts";
import type { Authentication } from "#kernel/auth/authentication.ts";
import { UPLOAD } from "#kernel/files/file-routes.ts";
import { MAX_FORM_BYTES } from "#kernel/files/receive-upload.ts";
import { cookieRules } from "#kernel/auth/cookies.ts";
import { saveFile } from "#kernel/files/save-file.ts";
import { type App, ROOT } from "#main/app.ts";
import type { NavItem, PageContext, Viewer } from "#web/context.ts";

/** Where `react-router build` puts its work. */
export const BUILD = path.join(ROOT, "build");

/** What the server knows of one request for a page. */
export interface Visit {
  nonce: string;
  requestId: string;
  /** Why the request is not answered, such as a form that is too large: the page shows it. */
  refused?: AppError;
}

/** Answers a page request. */
export type Pages = (request: Request, visit: Visit) => Promise<Response>;

/** The bundle holds its own copy of the context key; it hands it out through its entry. */
type Bundle = ServerBuild & { entry: { module: { pageContext: RouterContext<PageContext> } } };

function navigation(modules: readonly Module[], allowed: ReadonlySet<string>): NavItem[] {
  return modules
    .flatMap((module) => (module.nav ?? []).map((entry) => ({ entry, module })))
    .filter(({ entry }) => allowed.has(entry.permission))
    .toSorted((a, b) => a.entry.order - b.entry.order)
    .map(({ entry, module }) => ({
      label: entry.label,
      href: entry.href,
      icon: entry.icon,
      section: entry.order >= 900 ? "settings" : module.name,
      permission: entry.permission,
      children: entry.children
        ?.filter((child) => allowed.has(child.permission))
        .map((child) => ({ ...child })),
    }));
}

async function pageContextOf(
  app: App,
  auth: Authentication,
  request: Request,
  visit: Visit & { csrf: string },
): Promise<PageContext> {
  const { nonce, requestId } = visit;
  const [viewer, actor, company] = await Promise.all([
    auth.viewerOf(request),
    auth.actorOf(request),
    app.services.company(),
  ]);
  const now = app.clock.now();
  return {
    call: (operation, input) =>
      execute(app, operation, input, { actor, surface: "page", requestId, now }) as Promise<never>,
    saveFile: (file) => saveFormFile(app, actor as Actor, file),
    auth: auth.door(request),
    viewer: viewer as Viewer | null,
    now: now.toString(),
    zone: company.zone,
    nonce,
    nav: navigation(app.registry.modules, permissionsOf(app.registry, actor as Actor)),
    company: { name: company.name },
    csrf: visit.csrf,
    sandbox: app.config.CAIRN_SANDBOX,
    secureCookies: cookieRules(app.config).secure,
    refused: visit.refused,
    requestId,
    unread: viewer ? await unreadOf(app, actor) : undefined,
    report: (error) => {
      if (!(error instanceof AppError)) app.services.log.error({ requestId, error }, "A page failed");
    },
  };
}

async function saveFormFile(app: App, actor: Actor, file: File) {
  demandPermission(app.registry, actor, UPLOAD);
  return saveFile(app.database.db, app.services.files, {
    content: file.stream(),
    name: file.name,
    mediaType: file.type,
    maxBytes: MAX_FORM_BYTES,
    now: app.clock.now(),
    createdBy: actorPersonId(actor),
  });
}

async function unreadOf(app: App, actor: Actor): Promise<number | undefined> {
  if (!app.registry.operations.has("platform.count_unread")) return undefined;
  const output = await app.call("platform.count_unread", {}, { actor, surface: "page" });
  return (output as { unread: number }).unread;
}

/** Loads the built pages and binds them to the house. */
export async function openPages(app: App, auth: Authentication): Promise<Pages> {
  const build = (await import(pathToFileURL(path.join(BUILD, "server/index.js")).href)) as Bundle;
  const { pageContext } = build.entry.module;
  const handle = createRequestHandler(
    build,
    process.env.NODE_ENV === "production" ? "production" : "development",
  );
  return async (request, visit) => {
    const context = new RouterContextProvider();
    const { token, setCookie } = auth.guardForms(request);
    context.set(pageContext, await pageContextOf(app, auth, request, { ...visit, csrf: token }));
    const response = await handle(request, context);
    // Data for scripts holds what belongs to one visitor, whatever the page itself says of its HTML.
    if (!/^text\/(html|css)/.test(response.headers.get("content-type") ?? ""))
      response.headers.set("cache-control", "no-store");
    // A page that is the same for everybody has no form of its own to guard.
    const isShared = response.headers.get("cache-control")?.includes("public") ?? false;
    if (setCookie && !isShared) response.headers.append("set-cookie", setCookie);
    // Who is signed in sees even these in their own language: no proxy may keep that for others.
    if (isShared && auth.hasSessionCookie(request))
      response.headers.set("cache-control", "private, no-cache");
    return response;
  };
}
