import { type CliCommand, type Invocation, textOption, usageError, word } from "#main/cli/command.ts";
import type { App } from "#main/app.ts";
import { withApp } from "#main/house.ts";

interface OneTimeLink {
  personId: string;
  url: string;
  expiresAt: string;
}

async function create(invocation: Invocation, app: App): Promise<OneTimeLink> {
  const email = word(invocation, 1, "the person's e-mail address");
  const name = textOption(invocation, "name") ?? email;
  const role = textOption(invocation, "role") ?? "viewer";
  return (await app.call("staff.create_person", { email, name, role })) as OneTimeLink;
}

async function resetLink(invocation: Invocation, app: App): Promise<OneTimeLink> {
  const email = word(invocation, 1, "the person's e-mail address");
  return (await app.call("staff.create_reset_link", { email })) as OneTimeLink;
}

const VERBS: Record<string, (invocation: Invocation, app: App) => Promise<OneTimeLink>> = {
  create,
  "reset-link": resetLink,
};

/** `cairn user`: people of the staff, and links that let them in. */
export const user: CliCommand = {
  name: "user",
  usage: "create ADDRESS [--name NAME] [--role ROLE] | reset-link ADDRESS",
  summary: "Adds a person or makes a link that sets a new password. The link works once.",
  options: { name: { type: "string" }, role: { type: "string" } },
  run: async (invocation) => {
    const verb = VERBS[word(invocation, 0, "create or reset-link")];
    if (!verb) throw usageError("Write user create or user reset-link.");
    await withApp(invocation, async (app) => {
      const link = await verb(invocation, app);
      invocation.print(invocation.options.json ? JSON.stringify(link) : link.url);
    });
  },
};
