import type { MediaDraft, PackageDraft } from "#modules/academy/contract/transfer.ts";
import { derivedId } from "#modules/academy/transfer/draft/derived-id.ts";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";
import { mediaTypeOf } from "#modules/academy/transfer/draft/media-type-of.ts";

/** What readers of the parts of a course share while a course is read. */
export interface Reading {
  /** The course's own name: what ids of its parts follow from. */
  slug: string;
  losses: Losses;
  /** The id of a file of the source by its path, noting that the course uses it; undefined when it is not there. */
  media(path: string): string | undefined;
  mediaUsed(): MediaDraft[];
  lessonKey(slug: string): string;
  quizKey(slug: string): string;
  assignmentKey(slug: string): string;
}

/** Names of the parts a course has, for what refers to them. */
export interface Known {
  quizzes: ReadonlySet<string>;
  assignments: ReadonlySet<string>;
  lessons: ReadonlySet<string>;
  packages: ReadonlyMap<string, PackageDraft>;
}

/** A path as people write it, below the folder it starts from; undefined when it leads out. */
export function resolvePath(written: string, from = ""): string | undefined {
  const parts = from === "" ? [] : from.split("/");
  for (const part of written.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** Begins to read a course of the files there are. */
export function openReading(slug: string, paths: { has(path: string): boolean }, losses: Losses): Reading {
  const used = new Map<string, MediaDraft>();
  const media = (path: string): string | undefined => {
    const place = resolvePath(path);
    if (place === undefined || !paths.has(place)) return undefined;
    const id = derivedId(slug, "media", place);
    const name = (place.split("/").at(-1) ?? place).slice(0, 200);
    used.set(place, { id, path: place, name, mediaType: mediaTypeOf(name) });
    return id;
  };
  return {
    slug,
    losses,
    media,
    mediaUsed: () => [...used.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    lessonKey: (name) => derivedId(slug, "lesson", name),
    quizKey: (name) => derivedId(slug, "quiz", name),
    assignmentKey: (name) => derivedId(slug, "assignment", name),
  };
}
