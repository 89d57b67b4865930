import { buildPagesIfNeeded } from "#main/build.ts";
import { ensureOwnerLink } from "#kernel/auth/owner-link.ts";
import type { App } from "#main/app.ts";
import { openDoors } from "#main/doors.ts";
import { createWeb, listenWeb } from "#main/server.ts";

/** A listening server with the cookies of a signed-in owner. */
export interface BenchWeb {
  url: string;
  cookies: string;
  close(): Promise<void>;
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** Becomes the owner as a person does: opens the one-time link, fills the form in, posts it. */
async function signIn(url: string, link: string): Promise<string> {
  const address = `${url}${new URL(link).pathname}${new URL(link).search}`;
  const form = await fetch(address);
  const visitor = cookiesOf(form);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? "";
  const body = new URLSearchParams({
    csrf,
    name: "Bench Owner",
    email: "owner@example.com",
    password: "correct horse battery staple",
  });
  const token = new URL(link).searchParams.get("token");
  if (token) body.set("token", token);
  const headers = { cookie: visitor, origin: url, "sec-fetch-site": "same-origin" };
  const done = await fetch(address, { method: "POST", body, headers, redirect: "manual" });
  const cookies = cookiesOf(done);
  if (!cookies) throw new Error(`Signing in failed with ${done.status}`);
  return cookies;
}

/** Opens the house to the loopback and signs its owner in. */
export async function openBenchWeb(app: App): Promise<BenchWeb> {
  if (process.env.NODE_ENV !== "production")
    throw new Error("Measure with NODE_ENV=production: npm run bench -- NAME");
  await buildPagesIfNeeded(app.services.log);
  const web = await createWeb(app, await openDoors(app));
  const server = await listenWeb(web, { host: "127.0.0.1", port: 0 });
  const link = await ensureOwnerLink(app);
  if (!link) throw new Error("The house has an owner already");
  return { url: server.url, cookies: await signIn(server.url, link), close: server.close };
}
