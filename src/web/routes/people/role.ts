import type { Role } from "#web/context.ts";
import type { Choice } from "#web/ui/radio-group.tsx";
import type { Tone } from "#web/ui/tone.ts";

/** What each role is for, strongest first. */
export const roleChoices: readonly (Choice & { value: Role })[] = [
  { value: "owner", label: "Owner", hint: "May do everything. Only owners make owners." },
  { value: "admin", label: "Admin", hint: "May do everything, except to owners." },
  { value: "editor", label: "Editor", hint: "Works on the plan and on content." },
  { value: "support", label: "Support", hint: "Answers customers." },
  { value: "finance", label: "Finance", hint: "Looks after invoices and accounts." },
  { value: "viewer", label: "Viewer", hint: "Reads, and changes nothing." },
];

/** The roles this viewer may give. */
export const choicesFor = (viewer: Role | null): readonly Choice[] =>
  roleChoices.filter(({ value }) => value !== "owner" || viewer === "owner");

/** A role's name in words. */
export const roleLabel = (role: string): string =>
  roleChoices.find(({ value }) => value === role)?.label ?? role;

/** How a person's standing is shown. */
export const standings: Record<string, { word: string; tone: Tone }> = {
  active: { word: "Active", tone: "positive" },
  invited: { word: "Invited", tone: "accent" },
  disabled: { word: "Shut out", tone: "neutral" },
};
