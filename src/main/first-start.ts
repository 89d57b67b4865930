import { readFile } from "node:fs/promises";
import path from "node:path";
import { ensureOwnerLink } from "#kernel/auth/owner-link.ts";
import { localDate } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import { type App, ROOT } from "#main/app.ts";
import { type Invocation, textOption } from "#main/cli/command.ts";

/** The plan that ships with Cairn. */
const SHIPPED = "playbooks/ai-business.md";

/** Reads a plan file for an operation's input. Errors: `plan.unreadable` when it cannot be opened. */
export async function readPlanFile(file: string): Promise<{ fileName: string; content: string }> {
  try {
    const bytes = await readFile(file);
    return { fileName: path.basename(file), content: bytes.toString("base64") };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refuse("not_found", "plan.unreadable", `The plan ${file} cannot be read: ${reason}.`);
  }
}

/** The Monday on or after a day: a plan's first day unless another is given. */
const nextMonday = (day: Temporal.PlainDate): string => day.add({ days: (8 - day.dayOfWeek) % 7 }).toString();

/** Something to sell, unless there is or was any. */
async function fillCatalogue(app: App): Promise<void> {
  const { items } = (await app.call("billing.list_products", { standing: "all", limit: 1 })) as {
    items: unknown[];
  };
  if (items.length === 0) await app.call("billing.create_starter_catalogue", {});
}

/** A course to teach, unless there is or was any. */
async function fillAcademy(app: App): Promise<void> {
  const { total } = (await app.call("academy.list_courses", { limit: 1 })) as { total: number };
  if (total === 0) await app.call("academy.create_starter_course", {});
}

/**
 * On an empty database: imports the plan, fills the catalogue and the academy, and makes the owner's one-time sign-in link.
 * Returns the link, or null when there is an owner already.
 */
export async function prepareFirstStart(app: App, invocation: Invocation): Promise<string | null> {
  const chosen = textOption(invocation, "playbook");
  const { hasPlan } = (await app.call("playbook.find_plan", {})) as { hasPlan: boolean };
  if (!hasPlan || chosen) {
    const file = chosen ? path.resolve(invocation.cwd, chosen) : path.join(ROOT, SHIPPED);
    const { zone } = await app.services.company();
    const startOn = textOption(invocation, "start") ?? nextMonday(localDate(app.clock.now(), zone));
    await app.call("playbook.import_plan", {
      ...(await readPlanFile(file)),
      ...(hasPlan && !textOption(invocation, "start") ? {} : { startOn }),
    });
  }
  await fillCatalogue(app);
  await fillAcademy(app);
  // A worker beside a web process must not take back the link that process prints.
  return app.config.CAIRN_ROLE === "worker" ? null : ensureOwnerLink(app);
}
