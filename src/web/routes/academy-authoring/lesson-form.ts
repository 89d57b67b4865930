import { newBlock } from "./new-block.ts";
import { isForm, type RawForm, type RawValue } from "./raw.ts";

type ReadText = (raw: RawValue | undefined) => unknown;

const text = (value: RawValue | undefined): string => (typeof value === "string" ? value : "");
const list = (value: RawValue | undefined): RawForm[] => (Array.isArray(value) ? value.filter(isForm) : []);

/** "1:02:05", "2:05" or "125" as milliseconds; undefined for what is no time. */
export function readPlayTime(typed: string): number | undefined {
  const parts = typed.trim().split(":");
  if (parts.length > 3 || parts.some((part) => !/^\d{1,5}(\.\d+)?$/.test(part))) return undefined;
  return Math.round(parts.reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
}

/** Lines such as "1:15 Why it matters" as chapters. */
const readChapters = (typed: string) =>
  typed.split("\n").flatMap((line) => {
    const [, at, title] = /^\s*([\d:.]+)\s+(.+?)\s*$/.exec(line) ?? [];
    const atMs = at === undefined ? undefined : readPlayTime(at);
    return atMs === undefined ? [] : [{ atMs, title }];
  });

const readTranscript = (value: RawValue | undefined, readText: ReadText) =>
  text(value).trim() === "" ? null : readText(value);

/** One block out of its fields; what is wrong in it is for the schema to say. */
function readBlock(raw: RawForm, readText: ReadText): Record<string, unknown> {
  const { id, kind } = raw;
  switch (kind) {
    case "text":
      return { id, kind, text: readText(raw.text) };
    case "callout":
      return { id, kind, tone: raw.tone, title: text(raw.title), text: readText(raw.text) };
    case "video":
      return {
        id,
        kind,
        fileId: raw.fileId,
        posterFileId: raw.posterFileId || null,
        durationMs: readPlayTime(text(raw.duration)) ?? -1,
        captions: list(raw.captions).filter(({ fileId }) => fileId),
        chapters: readChapters(text(raw.chapters)),
        transcript: readTranscript(raw.transcript, readText),
      };
    case "audio":
      return {
        id,
        kind,
        fileId: raw.fileId,
        durationMs: readPlayTime(text(raw.duration)) ?? -1,
        transcript: readTranscript(raw.transcript, readText),
      };
    case "code":
      return {
        id,
        kind,
        language: text(raw.language) || null,
        code: text(raw.code).replaceAll("\r\n", "\n"),
      };
    default:
      return { ...raw };
  }
}

/** What a button of the editor asks for: `add:text`, `up:3`, `down:3`, `remove:3`. */
function rearranged(blocks: Record<string, unknown>[], wish: string): Record<string, unknown>[] {
  const [what, value = ""] = wish.split(":");
  if (what === "add") return [...blocks, newBlock(value)];
  const at = Number(value);
  const moved = blocks[at];
  if (!moved) return blocks;
  const others = blocks.toSpliced(at, 1);
  if (what === "remove") return others;
  if (what === "up") return others.toSpliced(Math.max(0, at - 1), 0, moved);
  return what === "down" ? others.toSpliced(at + 1, 0, moved) : blocks;
}

function readCompletion(raw: RawForm): Record<string, unknown> {
  const rule = raw.rule;
  if (rule === "read") return { rule, seconds: raw.seconds };
  if (rule === "watch" || rule === "quiz" || rule === "grade") return { rule, percent: raw.percent };
  return { rule };
}

function readOpening(raw: RawForm): Record<string, unknown> {
  const after = Array.isArray(raw.afterLessons)
    ? raw.afterLessons
    : raw.afterLessons
      ? [raw.afterLessons]
      : [];
  return {
    ...(raw.days ? { days: raw.days } : {}),
    ...(raw.onDate ? { onDate: raw.onDate } : {}),
    ...(after.length > 0 ? { afterLessons: after } : {}),
  };
}

/** The input of `academy.save_lesson` out of the editor's form. */
export function readLessonForm(form: RawForm, readText: ReadText): Record<string, unknown> {
  const { completion, opening, blocks, do: wish, adds, ...facts } = form;
  const read = list(blocks).map((block) => readBlock(block, readText));
  return {
    ...facts,
    completion: isForm(completion) ? readCompletion(completion) : undefined,
    opening: isForm(opening) ? readOpening(opening) : {},
    // A button without a kind of its own adds what is chosen beside it.
    blocks: rearranged(read, wish === "add" ? `add:${text(adds)}` : text(wish)),
  };
}
