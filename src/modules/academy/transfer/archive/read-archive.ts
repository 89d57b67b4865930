import { z } from "zod";
import { refuse } from "#kernel/errors.ts";
import { type CourseDraft, courseDraft } from "#modules/academy/contract/transfer.ts";
import { COURSE_FILE, FORMAT, sha256Of, VERSION } from "#modules/academy/transfer/archive/layout.ts";
import type { CourseSource } from "#modules/academy/transfer/draft/course-source.ts";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";

const head = z.object({ format: z.literal(FORMAT), version: z.number() });

const broken = (why: string, issues: z.core.$ZodIssue[] = []): Error =>
  refuse("invalid", "academy.archive_not_a_course", why, {
    issues: issues.slice(0, 20).map(({ path, message }) => ({ path: path.join("."), message })),
  });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw broken("The description of the course in the archive is no JSON.");
  }
}

function demandParts(draft: CourseDraft, source: CourseSource): void {
  const named = [
    ...draft.media.map(({ path }) => path),
    ...draft.packages.flatMap(({ files }) => files.map(({ from }) => from)),
  ];
  const missing = named.find((path) => !sha256Of(path) || !source.has(path));
  if (missing !== undefined)
    throw broken(`The archive names a file that is not in it: ${missing.slice(0, 200)}.`);
}

/**
 * Reads an archive of a course that Cairn wrote. It is whole or refused: nothing of it may be missing.
 * Errors: `academy.archive_not_a_course`, `academy.archive_newer`.
 */
export async function readArchive(source: CourseSource, losses: Losses): Promise<CourseDraft> {
  const value = parse(await source.text(COURSE_FILE));
  const known = head.safeParse(value);
  if (!known.success) throw broken("The archive is not one of a course that Cairn wrote.");
  if (known.data.version > VERSION)
    throw refuse(
      "invalid",
      "academy.archive_newer",
      "A newer Cairn wrote this archive. Update this one first.",
    );
  const read = z.object({ course: courseDraft }).safeParse(value);
  if (!read.success)
    throw broken("The description of the course in the archive is not valid.", read.error.issues);
  const draft = read.data.course;
  demandParts(draft, source);
  const used = new Set([
    COURSE_FILE,
    ...draft.media.map(({ path }) => path),
    ...draft.packages.flatMap(({ files }) => files.map(({ from }) => from)),
  ]);
  for (const path of source.paths.filter((one) => !used.has(one)))
    losses.add(path, path, "No part of the course uses this file; it was left out.");
  return draft;
}
