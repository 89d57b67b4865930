import type { Hono } from "hono";
import type { Env } from "#kernel/http/env.ts";
import type { Authentication } from "#kernel/auth/authentication.ts";
import { createAuthentication } from "#kernel/auth/authentication.ts";
import { loadSecret } from "#kernel/auth/secret.ts";
import { dataFolder } from "#kernel/config.ts";
import { fileRoutes } from "#kernel/files/file-routes.ts";
import { intakeRoutes } from "#kernel/http/intake-routes.ts";
import type { Door } from "#kernel/http/rest.ts";
import { createTelemetry, type HttpObservation } from "#kernel/telemetry/telemetry.ts";
import { type App, ROOT } from "#main/app.ts";
import { openPages, type Pages } from "#main/pages.ts";

/** What the web server opens besides the operations themselves. */
export interface Doors {
  auth: Authentication;
  pages: Pages;
  /** Prometheus text. */
  metrics(): Promise<Response>;
  /** Told of every answered request. */
  observe?(observation: HttpObservation): void;
  /** Routes that take bytes as they come: uploads, downloads, webhooks. */
  routes?(web: Hono<Env>, door: Door): void;
}

/** Builds the doors over the house. */
export async function openDoors(app: App): Promise<Doors> {
  const auth = createAuthentication(app, loadSecret(app.config, dataFolder(app.config, ROOT)));
  const telemetry = createTelemetry(app);
  return {
    auth,
    pages: await openPages(app, auth),
    metrics: telemetry.metrics,
    observe: telemetry.observeHttp,
    routes: (web, door) => {
      fileRoutes(web, door);
      intakeRoutes(web, door);
      for (const mount of app.registry.modules.flatMap((module) => module.routes ?? [])) mount(web, door);
    },
  };
}
