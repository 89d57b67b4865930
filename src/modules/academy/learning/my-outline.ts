import type { Cache } from "#kernel/cache/cache.ts";
import type { Db } from "#kernel/db/database.ts";
import type { OutlineItem } from "#modules/academy/contract/learning.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import { keptOutline, type OutlineLesson } from "#modules/academy/learning/outline.ts";
import { readOpenings } from "#modules/academy/learning/openings.ts";
import { readProgress } from "#modules/academy/learning/read-progress.ts";

/** The lessons of a student's course in their order, with what is open and done. */
export interface MyOutline {
  items: (OutlineItem & Pick<OutlineLesson, "moduleKey" | "moduleTitle">)[];
  done: number;
  /** The first open lesson that is not done; null when nothing is left that is open. */
  next: OutlineItem | null;
}

/** Reads a student's outline in two statements, the curriculum being kept in the process. */
export async function readMyOutline(
  { db, cache, now }: { db: Db; cache: Cache; now: Temporal.Instant },
  enrollment: EnrollmentRow,
): Promise<MyOutline> {
  const lessons = await keptOutline({ db, cache }, enrollment.curriculum_id);
  const [openings, states] = await Promise.all([
    readOpenings(db, enrollment, { lessons, now }),
    readProgress(db, enrollment.id),
  ]);
  const titles = new Map(lessons.map(({ key, title }) => [key, title]));
  const items = lessons.map((lesson) => {
    const opening = openings.get(lesson.key);
    const state = states.get(lesson.key);
    return {
      key: lesson.key,
      slug: lesson.slug,
      title: lesson.title,
      minutes: lesson.minutes,
      completion: lesson.completion,
      moduleKey: lesson.moduleKey,
      moduleTitle: lesson.moduleTitle,
      isOpen: opening?.isOpen ?? false,
      opensAt: opening?.opensAt?.toString() ?? null,
      waitsFor: (opening?.waitsFor ?? []).map((key) => titles.get(key) ?? ""),
      isStarted: state !== undefined,
      completedAt: state?.completedAt ?? null,
    };
  });
  return {
    items,
    done: items.filter(({ completedAt }) => completedAt !== null).length,
    next: items.find(({ isOpen, completedAt }) => isOpen && completedAt === null) ?? null,
  };
}
