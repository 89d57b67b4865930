import { useCallback, useEffect, useRef, useState } from "react";
import type { RuleProgress } from "#modules/academy/contract/learning.ts";
import { ActivityTracker } from "./activity-tracker.ts";
import { keepReport, sendReports } from "./report-queue.ts";

/** How often a page reports, in milliseconds. */
const EVERY_MS = 10_000;
const SIGNS = ["pointermove", "keydown", "scroll", "touchstart"] as const;

/** How the lesson stands, as the server last said. */
export interface LiveProgress {
  progress: RuleProgress;
  completedAt: string | null;
  /** False while reports wait for a connection. */
  isOnline: boolean;
}

interface Lesson {
  course: string;
  enrollmentId: string;
  lessonKey: string;
  progress: RuleProgress;
  completedAt: string | null;
}

const scrolledShare = (): number => {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  return scrollHeight > clientHeight ? scrollTop / (scrollHeight - clientHeight) : 1;
};

/**
 * Reports what a reader does in a lesson, and keeps what could not be sent. Gives the progress as it grows, and what a
 * recording calls while it plays.
 */
export function useActivity({ course, enrollmentId, lessonKey, progress, completedAt }: Lesson) {
  const [told, setTold] = useState<{
    lessonKey: string;
    progress: RuleProgress;
    completedAt: string | null;
  }>();
  const [isOnline, setOnline] = useState(true);
  const tracker = useRef<ActivityTracker | null>(null);

  useEffect(() => {
    const reporter = { course, enrollmentId };
    const tracked = new ActivityTracker(performance.now());
    tracker.current = tracked;
    const report = async () => {
      const work = tracked.take(performance.now());
      if (work)
        await keepReport(reporter, {
          reportId: crypto.randomUUID(),
          lessonKey,
          at: new Date().toISOString(),
          ...work,
        });
      const answer = await sendReports(reporter);
      const mine = answer?.lessons.find((lesson) => lesson.lessonKey === lessonKey);
      if (mine) setTold(mine);
      if (work) setOnline(answer !== undefined);
    };
    const sign = () => tracked.sign(performance.now());
    const scroll = () => tracked.scroll(scrolledShare());
    const look = () => {
      tracked.setVisible(document.visibilityState === "visible", performance.now());
      if (document.visibilityState === "hidden") void report();
    };
    const again = () => void report();
    for (const name of SIGNS) addEventListener(name, sign, { passive: true });
    addEventListener("scroll", scroll, { passive: true });
    addEventListener("online", again);
    document.addEventListener("visibilitychange", look);
    const timer = setInterval(again, EVERY_MS);
    return () => {
      for (const name of SIGNS) removeEventListener(name, sign);
      removeEventListener("scroll", scroll);
      removeEventListener("online", again);
      document.removeEventListener("visibilitychange", look);
      clearInterval(timer);
      void report();
      tracker.current = null;
    };
  }, [course, enrollmentId, lessonKey]);

  const play = useCallback((blockId: string, atMs: number) => {
    tracker.current?.sign(performance.now());
    tracker.current?.play(blockId, atMs);
  }, []);
  const stop = useCallback((blockId: string) => tracker.current?.stop(blockId), []);
  // What a page without scripts confirmed comes with the page, and is newer than the last report.
  const newest = told?.lessonKey === lessonKey && !completedAt ? told : { progress, completedAt };
  const live: LiveProgress = { progress: newest.progress, completedAt: newest.completedAt, isOnline };
  return { live, play, stop };
}
