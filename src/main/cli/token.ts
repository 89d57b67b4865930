import { type CliCommand, type Invocation, textOption, usageError, word } from "#main/cli/command.ts";
import { type App } from "#main/app.ts";
import { withApp } from "#main/house.ts";

interface Token {
  tokenId: string;
  name: string;
  personName: string;
  scopes: string[];
  agent: boolean;
  status: string;
  expiresAt: string | null;
}

/** Whole days, or null for a token that never ends. */
function daysOf(text: string | undefined): number | null | undefined {
  if (text === undefined || text === "") return undefined;
  if (text === "never") return null;
  if (!/^\d+$/.test(text)) throw usageError("--days is a whole number, or never.");
  return Number(text);
}

async function create(invocation: Invocation, app: App): Promise<void> {
  const email = textOption(invocation, "person");
  if (!email) throw usageError("Say whose token it is with --person ADDRESS.");
  const made = (await app.call("staff.create_token", {
    email,
    name: word(invocation, 1, "the token, in a few words"),
    scopes: textOption(invocation, "scopes")?.split(","),
    agent: invocation.options.agent === true,
    expiresInDays: daysOf(textOption(invocation, "days")),
  })) as { tokenId: string; token: string };
  invocation.print(invocation.options.json ? JSON.stringify(made) : made.token);
}

async function list(invocation: Invocation, app: App): Promise<void> {
  const { items } = (await app.call("staff.list_tokens", { everybody: true, limit: 200 })) as {
    items: Token[];
  };
  if (invocation.options.json) return invocation.print(JSON.stringify({ tokens: items }));
  for (const { tokenId, name, personName, scopes, agent, status, expiresAt } of items)
    invocation.print(
      `${tokenId}  ${status.padEnd(8)} ${personName}: ${name} (${scopes.join(", ")})${agent ? ", agent" : ""}${expiresAt ? `, until ${expiresAt}` : ""}`,
    );
}

async function revoke(invocation: Invocation, app: App): Promise<void> {
  const tokenId = word(invocation, 1, "the token's id, as token list shows it");
  const output = await app.call("staff.revoke_token", { tokenId });
  invocation.print(invocation.options.json ? JSON.stringify(output) : "The token is revoked.");
}

const VERBS: Record<string, (invocation: Invocation, app: App) => Promise<void>> = { create, list, revoke };

/** `cairn token`: API tokens. */
export const token: CliCommand = {
  name: "token",
  usage: "create NAME --person ADDRESS [--scopes A,B] [--days N|never] [--agent] | list | revoke ID",
  summary: "Makes, lists and revokes API tokens. The secret is printed once.",
  options: {
    person: { type: "string" },
    scopes: { type: "string" },
    days: { type: "string" },
    agent: { type: "boolean" },
  },
  run: async (invocation) => {
    const verb = VERBS[word(invocation, 0, "create, list or revoke")];
    if (!verb) throw usageError("Write token create, token list or token revoke.");
    await withApp(invocation, (app) => verb(invocation, app));
  },
};
