import { z } from "zod";
import { proveSelf } from "#kernel/auth/own-password.ts";
import { findRecipient } from "#kernel/auth/people.ts";
import { needSession, record, recordAndTell, type Visit } from "#kernel/auth/visit.ts";
import { PASSWORD_MAX } from "#kernel/browser/password-rules.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { limitBody } from "#kernel/http/limit-body.ts";
import { problemResponse } from "#kernel/http/problem.ts";

const BASE = "/api/auth/passkey/";

/** The only calls a browser's script may make by itself; all else is made by our pages, behind their limits. */
const SCRIPT_CALLS = new Set([
  "generate-register-options",
  "verify-registration",
  "generate-authenticate-options",
  "verify-authentication",
]);

const ADDING_CALLS = new Set(["generate-register-options", "verify-registration"]);

/** A passkey's answer is a few kilobytes. */
const MAX_ANSWER_BYTES = 64_000;

const unknown = () => refuse("not_found", "auth.passkey_unknown", "There is no such passkey.");

/** Audits what a script's call changed. */
async function noteSuccess(visit: Visit, call: string, answer: Response): Promise<void> {
  const body = (await answer.clone().json()) as { user?: { id: string }; userId?: string };
  await visit.house.database.db.transaction(async (tx) => {
    if (call === "verify-authentication" && body.user) await record(visit, tx, "auth.sign_in", body.user.id);
    if (call !== "verify-registration" || !body.userId) return;
    const to = await findRecipient(tx, body.userId);
    if (to) await recordAndTell(visit, tx, { fact: "auth.add_passkey", notice: "passkey_added", to });
  });
}

/** What the script sends with the two calls that add a key: beside the browser's answer, the present password. */
const Adding = z.looseObject({ password: z.string().max(PASSWORD_MAX).optional() });

/**
 * A request that adds a key, as the machinery wants it. Both calls ask for proof, since the challenge of a sign-in
 * would do for the second as well: a session left open somewhere must not bring its thief a key of his own.
 */
async function provenRequest(visit: Visit, call: string, request: Request): Promise<Request> {
  const session = await needSession(visit);
  const sent = Adding.safeParse(await request.json().catch(() => null));
  if (!sent.success) throw refuse("invalid", "auth.passkey_unreadable", "The passkey did not arrive whole.");
  const { password, ...rest } = sent.data;
  await proveSelf(visit, session, password);
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  if (call === "verify-registration")
    return new Request(request.url, { method: "POST", headers, body: JSON.stringify(rest) });
  headers.delete("content-type");
  const url = new URL(request.url);
  if (typeof rest.name === "string") url.searchParams.set("name", rest.name);
  return new Request(url, { headers });
}

/** Answers the browser's passkey script under `/api/auth/passkey/`; there is nothing else under `/api/auth/`. */
export async function answerPasskeyScript(visit: Visit): Promise<Response> {
  const { pathname } = new URL(visit.request.url);
  const call = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : "";
  try {
    if (!SCRIPT_CALLS.has(call))
      throw refuse("not_found", "http.no_such_path", "There is nothing at this address.");
    await visit.attempts.begin([{ kind: "passkey_address", of: visit.address }]);
    const bounded = limitBody(visit.request, MAX_ANSWER_BYTES);
    const request = ADDING_CALLS.has(call) ? await provenRequest(visit, call, bounded) : bounded;
    const answer = await visit.machinery.handler(request);
    if (answer.ok && call.startsWith("verify-")) await noteSuccess(visit, call, answer);
    return answer;
  } catch (error) {
    return problemResponse(error, visit.requestId);
  }
}

/** Gives one's own passkey another name. Errors: `auth.passkey_unknown`. */
export async function renamePasskey(
  visit: Visit,
  { passkeyId, name }: { passkeyId: string; name: string },
): Promise<void> {
  const { personId } = await needSession(visit);
  const renamed = await firstRow(
    visit.house.database.db,
    sql`UPDATE auth.passkey SET name = ${name} WHERE id = ${passkeyId} AND person_id = ${personId} RETURNING id`,
  );
  if (!renamed) throw unknown();
}

/** Removes one's own passkey. Errors: `auth.passkey_unknown`. */
export async function removePasskey(visit: Visit, passkeyId: string): Promise<void> {
  const session = await needSession(visit);
  await visit.house.database.db.transaction(async (tx) => {
    const removed = await firstRow(
      tx,
      sql`DELETE FROM auth.passkey WHERE id = ${passkeyId} AND person_id = ${session.personId} RETURNING id`,
    );
    if (!removed) throw unknown();
    await recordAndTell(visit, tx, { fact: "auth.remove_passkey", notice: "passkey_removed", to: session });
  });
}
