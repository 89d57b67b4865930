import { z } from "zod";
import type { ImportDraft } from "#modules/playbook/contract/plan.ts";
import type { Call } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";

/** Largest plan that is read, in bytes; the importer's own limit. */
const MOST_BYTES = 5 * 1024 * 1024;

/** A form larger than this holds no plan; it is refused before it is read into memory. */
const MOST_FORM_BYTES = 3 * MOST_BYTES;

const TOO_LARGE = "Plans of up to 5 MB are read. Split the file, or take out what is not the plan";

/** What the import form sends: a file, or pasted text, and the plan's first day. */
export const PlanUpload = z
  .object({
    file: z.file().optional(),
    text: z.string().optional(),
    startOn: z.iso.date().optional(),
  })
  .superRefine(({ file, text }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!file && !text?.trim()) fault("file", "Choose a file, or paste the text of the plan");
    if (file && file.size > MOST_BYTES) fault("file", TOO_LARGE);
    if (!file && text && new Blob([text]).size > MOST_BYTES) fault("text", TOO_LARGE);
  });

/** Keeps what was uploaded as a draft; the file goes before the text. Rejects with the problem of a file without a plan. */
export async function keepDraft(
  call: Call,
  { file, text = "", startOn }: z.output<typeof PlanUpload>,
): Promise<Pick<z.output<typeof ImportDraft>, "draftId">> {
  // A form sends every line break as two characters, whatever was pasted.
  const bytes = file ? await file.bytes() : new TextEncoder().encode(text.replaceAll("\r\n", "\n"));
  return call("playbook.draft_import", {
    fileName: file?.name || "pasted-plan.md",
    content: bytes.toBase64(),
    startOn,
  });
}

/** The answer to a form that is too large to be read at all, or null for one that is not. */
export function refuseLargeForm(request: Request): FormState | null {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length <= MOST_FORM_BYTES) return null;
  return { intent: null, message: null, errors: { file: TOO_LARGE }, values: {} };
}
