import type { FileStore } from "#kernel/files/file-store.ts";
import type { FileRecord } from "#kernel/files/save-file.ts";
import { refuse } from "#kernel/errors.ts";

/** What we use of the parser; its own types do not resolve in this mode. */
interface Parser {
  parseText(
    text: string,
    options: { type: "vtt"; strict: boolean; errors: boolean },
  ): Promise<{ cues: readonly unknown[]; errors: readonly { line: number; message: string }[] }>;
}

// Loaded with the first captions: a house without videos needs no parser for them.
const parser = async (): Promise<Parser> => (await import("media-captions")) as unknown as Parser;

/** Captions are words: more than this is something else. */
const MAX_BYTES = 5_000_000;
const SHOWN = 20;

const faulty = (issues: { path: string; message: string }[]) =>
  refuse(
    "invalid",
    "academy.captions_faulty",
    `These captions cannot be shown. ${issues[0]?.message ?? ""} Mend the file and upload it again.`,
    { issues },
  );

/** True for a file of captions. */
export const isCaptions = ({ name, mediaType }: Pick<FileRecord, "name" | "mediaType">): boolean =>
  mediaType === "text/vtt" || /\.vtt$/i.test(name);

/** Reads WebVTT as a browser would, but strictly. Errors: `academy.captions_faulty` with the lines. */
export async function checkCaptions(store: FileStore, file: FileRecord): Promise<void> {
  if (file.bytes > MAX_BYTES)
    throw faulty([{ path: "file", message: "The file is too large for captions." }]);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.read(file.sha256)) chunks.push(chunk as Uint8Array);
  const text = Buffer.concat(chunks).toString("utf8");
  const { cues, errors } = await (await parser()).parseText(text, {
    type: "vtt",
    strict: false,
    errors: true,
  });
  const issues = errors.slice(0, SHOWN).map(({ line, message }) => ({
    path: "file",
    message: `Line ${line}: ${message}`,
  }));
  if (issues.length > 0) throw faulty(issues);
  if (cues.length === 0)
    throw faulty([{ path: "file", message: "Line 1: there is no caption in the file." }]);
}
