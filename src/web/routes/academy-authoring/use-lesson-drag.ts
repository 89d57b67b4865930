import { type RefObject, useEffect, useState } from "react";
import { useFetcher, useRouteLoaderData } from "react-router";
import { useCourse } from "./use-course.ts";

// Loaded when the page stands: the page works by its buttons without it.
const theAdapter = () => import("@atlaskit/pragmatic-drag-and-drop/element/adapter");

/** Lets a row be taken by its grip. */
export function useLessonDrag(
  row: RefObject<HTMLElement | null>,
  grip: RefObject<HTMLElement | null>,
  { lessonKey }: { lessonKey: string },
): void {
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    void theAdapter().then(({ draggable }) => {
      if (isGone || !row.current || !grip.current) return;
      stop = draggable({
        element: row.current,
        dragHandle: grip.current,
        getInitialData: () => ({ lessonKey }),
      });
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [row, grip, lessonKey]);
}

/** Takes lessons that are dropped here, at a place of a module; true while one is over it. */
export function useLessonDrop(
  target: RefObject<HTMLElement | null>,
  { moduleKey, position }: { moduleKey: string; position: number },
): boolean {
  const { submit } = useFetcher();
  const { courseId, outlineVersion } = useCourse();
  const csrf = useRouteLoaderData<{ csrf: string }>("root")?.csrf ?? "";
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    void theAdapter().then(({ dropTargetForElements }) => {
      if (isGone || !target.current) return;
      const element = target.current;
      stop = dropTargetForElements({
        element,
        canDrop: ({ source }) => "lessonKey" in source.data,
        onDragStart: () => setIsOver(false),
        // Only the innermost place is marked: a row stands within its module.
        onDropTargetChange: ({ location }) => setIsOver(location.current.dropTargets[0]?.element === element),
        onDrop: ({ source, location }) => {
          setIsOver(false);
          if (location.current.dropTargets[0]?.element !== element) return;
          const lessonKey = String(source.data.lessonKey);
          const move = { intent: "move_lesson", csrf, lessonKey, moduleKey, outlineVersion, position };
          void submit(move, { method: "post", action: `/console/academy/courses/${courseId}?index` });
        },
      });
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [target, moduleKey, position, submit, courseId, outlineVersion, csrf]);
  return isOver;
}
