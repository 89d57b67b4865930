const BASE = "/api/auth/passkey/";

/** Whether this browser has passkeys and reads their options as JSON. */
export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
}

/** Asks for a passkey and signs in with it; null when done, else what to do. */
export async function signInWithPasskey(): Promise<string | null> {
  try {
    const options = await ask<PublicKeyCredentialRequestOptionsJSON>("generate-authenticate-options");
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const response = toJson(await navigator.credentials.get({ publicKey }));
    await ask("verify-authentication", { response });
    return null;
  } catch (error) {
    return faultText(error, "No passkey was used. Try again, or sign in another way.");
  }
}

/**
 * Makes a passkey for whoever is signed in and keeps it under a name; null when done, else what to do. `password` is the
 * present one, left out by who has none.
 */
export async function addPasskey(name: string, password?: string): Promise<string | null> {
  try {
    const own = { name, password };
    const options = await ask<PublicKeyCredentialCreationOptionsJSON>("generate-register-options", own);
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const response = toJson(await navigator.credentials.create({ publicKey }));
    await ask("verify-registration", { response, ...own });
    return null;
  } catch (error) {
    return faultText(error, "No passkey was made. Try again.");
  }
}

async function ask<Answer>(call: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(BASE + call, {
    method: body ? "POST" : "GET",
    headers: body ? { "content-type": "application/json" } : undefined,
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!answer.ok) throw new PasskeyRefused(answer.status, await codeOf(answer));
  return (await answer.json()) as Answer;
}

function toJson(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential))
    throw new DOMException("Nothing chosen", "NotAllowedError");
  const { clientExtensionResults: _, ...rest } = credential.toJSON();
  return rest;
}

async function codeOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => null)) as { code?: unknown } | null;
  return String(body?.code ?? "");
}

class PasskeyRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`Refused with ${status}`);
    this.status = status;
    this.code = code;
  }
}

// Browsers say the same for "cancelled", "timed out" and "nothing here", so that sites cannot probe.
function faultText(error: unknown, nothingChosen: string): string {
  if (!(error instanceof PasskeyRefused)) return nothingChosen;
  if (error.status === 429) return "Too many tries. Wait a few minutes, then try again.";
  if (error.code === "auth.password_wrong") return "This is not your present password.";
  // Adding a key asks who has no password for a sign-in of the last minutes.
  if (error.status === 403 || error.code === "auth.sign_in_again")
    return "Sign out and in again, then try once more.";
  return "This passkey is not known here. Sign in another way.";
}
