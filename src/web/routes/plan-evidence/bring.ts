import { z } from "zod";
import { AddEvidence } from "#modules/playbook/contract/evidence.ts";
import type { PageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";

/** Largest file a form may bring, in bytes; the page's own limit for stored files. */
const MOST_BYTES = 25_000_000;
const TOO_LARGE = "Files of up to 25 MB are kept. Bring a link to a larger one";

const { title, body } = AddEvidence.shape;
const url = z
  .url({ protocol: /^https?$/, error: "Enter a full web address, such as https://example.com" })
  .max(2000);

export const BringFile = z.object({ file: z.file().max(MOST_BYTES, TOO_LARGE), title });
export const BringLink = z.object({ url, title });
export const BringNote = z.object({ body: body.unwrap().min(1), title });

/** What one of the three forms sent. */
type Brought = { title?: string; file?: File; url?: string; body?: string };

const kindOf = ({ file, url: address }: Brought): "file" | "link" | "note" => {
  if (file) return "file";
  return address ? "link" : "note";
};

/** Brings a file, a link or a note to a deliverable; a file is stored first. */
export async function bringEvidence(
  { call, saveFile }: PageContext,
  deliverableId: string,
  brought: Brought,
): Promise<unknown> {
  const { file, ...words } = brought;
  const kept = file && (await saveFile(file));
  return call("playbook.add_evidence", {
    ...words,
    deliverableIds: [deliverableId],
    kind: kindOf(brought),
    fileId: kept?.fileId,
  });
}

/** The answer to a form that is too large to be read at all, or null for one that is not. */
export function refuseLargeFile(request: Request): FormState | null {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length <= MOST_BYTES + 100_000) return null;
  return { intent: "file", message: null, errors: { file: TOO_LARGE }, values: {} };
}
