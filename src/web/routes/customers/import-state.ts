import { z } from "zod";
import type { ImportState } from "#modules/people/contract/imports.ts";
import type { PageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";

export type CustomerImport = z.output<typeof ImportState>;

/** Largest file of customers, in bytes; the operation's own limit. */
const MOST_BYTES = 20_000_000;
const TOO_LARGE = "Files of up to 20 MB are taken. Cut this one into parts";

export const ImportUpload = z.object({
  file: z.file().max(MOST_BYTES, TOO_LARGE),
  currency: z.string().optional(),
});

/** Stores a file and looks at what it would do; nothing is brought in yet. */
export async function lookAt(
  { call, saveFile }: PageContext,
  { file, currency }: z.output<typeof ImportUpload>,
): Promise<CustomerImport> {
  const { fileId } = await saveFile(file);
  return call<CustomerImport>("people.check_import", { fileId, currency });
}

/** The answer to a form that is too large to be read at all, or null for one that is not. */
export function refuseLargeFile(request: Request): FormState | null {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length <= MOST_BYTES + 100_000) return null;
  return { intent: null, message: null, errors: { file: TOO_LARGE }, values: {} };
}

/** How an import stands, in words. */
export const importWords: Record<CustomerImport["status"], string> = {
  checked: "Looked at, not brought in",
  running: "Being brought in",
  done: "Brought in",
  failed: "Stopped",
  discarded: "Given up",
};
