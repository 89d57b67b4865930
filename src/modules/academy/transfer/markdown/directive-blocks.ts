import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Block } from "#modules/academy/contract/content.ts";
import type { LessonReading } from "#modules/academy/transfer/markdown/lesson-blocks.ts";

type BlockDirective = ContainerDirective | LeafDirective;
type Draft = { [K in Block["kind"]]: Omit<Extract<Block, { kind: K }>, "id"> }[Block["kind"]];

/** What a directive says and what it is read with. */
interface Directive {
  name: string;
  /** An attribute; empty when it is not given. */
  get(attribute: string): string;
  /** A file named by an attribute; reported when it is named and not there. */
  file(attribute: string): string | undefined;
  text(): RichText;
  lose(why: string): undefined;
  reading: LessonReading;
}

const TONES = ["note", "tip", "warning", "example"] as const;

const seconds = (written: string): number => Math.max(0, Math.round(Number(written || "0") * 1000) || 0);

/** `media/film.en.vtt`, or `media/film.vtt|en|English`; several apart by commas. */
function captionsOf({ get, reading, lose }: Directive) {
  const tracks = [];
  for (const written of get("captions")
    .split(",")
    .filter((part) => part.trim() !== "")) {
    const [path = "", language, label] = written.trim().split("|");
    const fileId = reading.media(path);
    const spoken = language || (/\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.vtt$/.exec(path)?.[1] ?? "en");
    if (fileId) tracks.push({ fileId, language: spoken, label: label || spoken });
    else lose(`There is no file ${path}; these captions were left out.`);
  }
  return tracks;
}

/** `0 Beginning; 65.5 The second part`. */
function chaptersOf({ get, lose }: Directive) {
  return get("chapters")
    .split(";")
    .flatMap((written) => {
      const [, at, title] = /^\s*(\d+(?:\.\d+)?)\s+(.+?)\s*$/.exec(written) ?? [];
      if (at && title) return [{ atMs: seconds(at), title }];
      if (written.trim() !== "") lose(`The chapter "${written.trim()}" does not begin with its second.`);
      return [];
    });
}

function durationOf({ get, lose }: Directive): number {
  if (get("duration") === "") lose("How long it is was not said; the player will find out.");
  return seconds(get("duration"));
}

function transcriptOf({ text }: Directive): RichText | null {
  const transcript = text();
  return transcript.content.length > 0 ? transcript : null;
}

const readers: Record<string, (directive: Directive) => Draft | undefined> = {
  callout: ({ get, text, lose }) => {
    const tone = TONES.find((name) => name === get("tone")) ?? "note";
    if (get("tone") !== "" && tone !== get("tone"))
      lose(`There is no tone "${get("tone")}"; it is a note now.`);
    return { kind: "callout", tone, title: get("title"), text: text() };
  },
  image: ({ file, get }) => {
    const fileId = file("src");
    return fileId ? { kind: "image", fileId, alt: get("alt"), caption: get("caption") } : undefined;
  },
  video: (directive) => {
    const fileId = directive.file("src");
    if (!fileId) return undefined;
    const posterFileId = directive.get("poster") ? (directive.file("poster") ?? null) : null;
    const [captions, chapters] = [captionsOf(directive), chaptersOf(directive)];
    const transcript = transcriptOf(directive);
    return {
      kind: "video",
      fileId,
      durationMs: durationOf(directive),
      posterFileId,
      captions,
      chapters,
      transcript,
    };
  },
  audio: (directive) => {
    const fileId = directive.file("src");
    if (!fileId) return undefined;
    const transcript = transcriptOf(directive);
    return { kind: "audio", fileId, durationMs: durationOf(directive), transcript };
  },
  file: ({ file, get }) => {
    const fileId = file("src");
    return fileId ? { kind: "file", fileId, title: get("title") } : undefined;
  },
  embed: ({ get, lose }) =>
    URL.parse(get("url"))?.protocol === "https:"
      ? { kind: "embed", url: get("url"), title: get("title") }
      : lose(`"${get("url")}" is no address that begins with https://; it was left out.`),
  quiz: ({ get, reading, lose }) =>
    reading.known.quizzes.has(get("ref"))
      ? { kind: "quiz", quizKey: reading.quizKey(get("ref")) }
      : lose(`There is no quiz "${get("ref")}"; it was left out.`),
  assignment: ({ get, reading, lose }) =>
    reading.known.assignments.has(get("ref"))
      ? { kind: "assignment", assignmentKey: reading.assignmentKey(get("ref")) }
      : lose(`There is no assignment "${get("ref")}"; it was left out.`),
  live: ({ get, lose }) =>
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(get("ref"))
      ? { kind: "live", key: get("ref"), title: get("title") }
      : lose(`"${get("ref")}" is no name of a live session; it was left out.`),
  package: ({ get, reading, lose }) => {
    const found = reading.known.packages.get(get("ref"));
    return found
      ? { kind: "package", packageId: found.id }
      : lose(`There is no package "${get("ref")}"; it was left out.`);
  },
};

/** Something on its own within something on its own is not read. */
function reportNested(node: BlockDirective, reading: LessonReading): void {
  for (const child of node.children)
    if (child.type === "leafDirective" || child.type === "containerDirective")
      reading.losses.add(`${child.name} within ${node.name}`, reading.at.place, "Only its words were taken.");
}

/** The block that a directive stands for; undefined, and reported, when it cannot be made. */
export function blockOfDirective(
  node: BlockDirective,
  id: string,
  reading: LessonReading,
): Block | undefined {
  const { place } = reading.at;
  const line = node.position ? `${place}, line ${node.position.start.line} of its text` : place;
  const get = (attribute: string) => node.attributes?.[attribute] ?? "";
  const lose = (why: string): undefined => reading.losses.add(`::${node.name}`, line, why) as undefined;
  const reader = Object.hasOwn(readers, node.name) ? readers[node.name] : undefined;
  if (!reader) return lose("There is no such kind of block; it was left out.");
  reportNested(node, reading);
  const draft = reader({
    name: node.name,
    get,
    lose,
    reading,
    file: (attribute) => {
      const found = reading.media(get(attribute));
      return found ?? lose(`There is no file "${get(attribute)}"; it was left out.`);
    },
    text: () => reading.toText(node.type === "containerDirective" ? node.children : []),
  });
  return draft && { ...draft, id };
}
