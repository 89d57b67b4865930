import { cairn, type Place } from "#test/process/cairn.ts";

/** Runs a command that must succeed and reads its JSON. */
export async function json<T = Record<string, unknown>>(args: string[], place: Place): Promise<T> {
  const { code, out, err } = await cairn(args, place);
  if (code !== 0) throw new Error(`cairn ${args.join(" ")} ended with ${code}: ${err}`);
  return JSON.parse(out) as T;
}

/** Adds a person and makes a token of theirs that may do everything they may. */
export async function makeToken(place: Place, role = "owner"): Promise<string> {
  const person = `${role}@example.com`;
  await json(["user", "create", person, "--role", role, "--json"], place);
  const made = await json<{ token: string }>(
    ["token", "create", "the tests", "--person", person, "--scopes", "*", "--days", "never", "--json"],
    place,
  );
  return made.token;
}

/** Calls of a program that holds a token; throws when no answer comes, as a crash makes it. */
export interface Caller {
  post(path: string, body: unknown, key?: string): Promise<Response>;
  patch(path: string, body: unknown): Promise<Response>;
  get(path: string): Promise<Response>;
}

/** Speaks to the API of one process. */
export function openCaller(url: string, token: string): Caller {
  const send = (method: string, path: string, body?: unknown, key?: string) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        ...(key ? { "idempotency-key": key } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
  return {
    post: (path, body, key) => send("POST", path, body, key),
    patch: (path, body) => send("PATCH", path, body),
    get: (path) => send("GET", path),
  };
}
