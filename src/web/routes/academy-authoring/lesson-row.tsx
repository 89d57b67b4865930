import { useRef } from "react";
import { Form } from "#web/forms/form.tsx";
import { countOf } from "#web/format/plural.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { Select } from "#web/ui/select.tsx";
import type { Course } from "./course.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import { completionWords, openingWords } from "./rule-words.ts";
import { useCourse } from "./use-course.ts";
import { useLessonDrag, useLessonDrop } from "./use-lesson-drag.ts";

type Module = Course["modules"][number];
type Lesson = Module["lessons"][number];

function LessonActions({ lesson, module, position }: { lesson: Lesson; module: Module; position: number }) {
  const course = useCourse();
  const others = course.modules.filter(({ key }) => key !== module.key);
  const key = <input type="hidden" name="lessonKey" value={lesson.key} />;
  return (
    <div className="flex flex-wrap items-end gap-2 pb-1">
      <MoveButtons
        intent="move_lesson"
        name={lesson.title}
        fields={{ lessonKey: lesson.key, moduleKey: module.key, outlineVersion: course.outlineVersion }}
        position={position}
        last={module.lessons.length}
      />
      {others.length > 0 && (
        <Form intent="move_lesson" className="flex items-end gap-2">
          {key}
          <input type="hidden" name="position" value={10_000} />
          <input type="hidden" name="outlineVersion" value={course.outlineVersion} />
          <Select
            name="moduleKey"
            label={`Move ${lesson.title} to`}
            labelHidden
            options={others.map(({ key: value, title: label }) => ({ value, label }))}
            className="max-w-56"
          />
          <Button size="small">Move to module</Button>
        </Form>
      )}
      <Form intent="duplicate_lesson">
        {key}
        <Button size="small" icon="copy">
          Duplicate
        </Button>
      </Form>
      <Form intent="remove_lesson">
        {key}
        <Button size="small" icon="trash-2">
          Take out
        </Button>
      </Form>
    </div>
  );
}

/** A lesson in the outline: where it is, how it is completed, and what can be done with it. */
export function LessonRow({
  lesson,
  module,
  position,
}: {
  lesson: Lesson;
  module: Module;
  position: number;
}) {
  const course = useCourse();
  const mayWrite = usePermission("academy:write");
  const row = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  useLessonDrag(row, grip, { lessonKey: lesson.key });
  const isOver = useLessonDrop(row, { moduleKey: module.key, position });
  const titles = new Map(
    course.modules.flatMap(({ lessons }) => lessons.map(({ key, title }) => [key, title])),
  );
  const opens = openingWords(lesson.opening, (key) => `“${titles.get(key) ?? "a lesson that is gone"}”`);
  return (
    <li ref={row} className={classNames("flex gap-2 py-2", isOver && "border-t-2 border-t-accent!")}>
      {mayWrite && (
        <span
          ref={grip}
          title="Drag to another place"
          className="hidden cursor-grab py-1 text-muted sm:block pointer-coarse:hidden"
        >
          <Icon name="grip-vertical" />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <NameLink to={`/console/academy/courses/${course.courseId}/lessons/${lesson.key}`}>
            {lesson.title}
          </NameLink>
          {lesson.isPreview && <Badge tone="accent">Free</Badge>}
          {lesson.blockKinds.length === 0 && <Badge tone="caution">Empty</Badge>}
        </div>
        <p className="text-13 text-pretty text-muted">
          {[
            lesson.minutes > 0 && countOf(lesson.minutes, "minute"),
            completionWords(lesson.completion),
            opens,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {mayWrite && (
          <Disclosure summary="Move, duplicate or take out">
            <LessonActions lesson={lesson} module={module} position={position} />
          </Disclosure>
        )}
      </div>
    </li>
  );
}
