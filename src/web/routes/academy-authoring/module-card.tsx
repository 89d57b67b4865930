import { useRef } from "react";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Course } from "./course.tsx";
import { LessonRow } from "./lesson-row.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import { useLessonDrop } from "./use-lesson-drag.ts";
import { useCourse } from "./use-course.ts";

type Module = Course["modules"][number];

function ModuleForms({ module, place, state }: { module: Module; place: number; state: FormState | null }) {
  const course = useCourse();
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <Disclosure summary="Add a lesson">
        <Form state={state} intent="add_lesson" className="w-full sm:w-96">
          <input type="hidden" name="moduleKey" value={module.key} />
          <TextInput name="title" label="Title of the lesson" maxLength={200} />
          <Button icon="plus">Add lesson</Button>
        </Form>
      </Disclosure>
      <Disclosure summary="Change the module">
        <div className="w-full space-y-4 sm:w-96">
          <Form state={state} intent="rename_module">
            <input type="hidden" name="moduleKey" value={module.key} />
            <TextInput name="title" label="Title" maxLength={200} defaultValue={module.title} />
            <TextArea
              name="summary"
              label="Summary"
              rows={2}
              maxLength={1000}
              optional
              defaultValue={module.summary}
            />
            <Button>Save module</Button>
          </Form>
          <div className="flex flex-wrap gap-2">
            <MoveButtons
              intent="move_module"
              name={module.title}
              fields={{ moduleKey: module.key, outlineVersion: course.outlineVersion }}
              position={place + 1}
              last={course.modules.length}
            />
            <Form intent="remove_module">
              <input type="hidden" name="moduleKey" value={module.key} />
              <Button size="small" icon="trash-2" look="quiet">
                Take the module out
              </Button>
            </Form>
          </div>
        </div>
      </Disclosure>
    </div>
  );
}

/** One module with its lessons. */
export function ModuleCard({
  module,
  place,
  state,
}: {
  module: Module;
  place: number;
  state: FormState | null;
}) {
  const mayWrite = usePermission("academy:write");
  const list = useRef<HTMLOListElement>(null);
  const isOver = useLessonDrop(list, { moduleKey: module.key, position: module.lessons.length + 1 });
  return (
    <li>
      <Card>
        <h2 className="text-16 font-semibold" dir="auto">
          <span className="text-muted tabular-nums">{place + 1}. </span>
          {module.title}
        </h2>
        {module.summary && (
          <p className="mt-1 text-pretty text-muted" dir="auto">
            {module.summary}
          </p>
        )}
        <ol
          ref={list}
          aria-label={`Lessons of ${module.title}`}
          className={classNames("my-3 divide-y divide-line border-y border-line", isOver && "bg-accent-soft")}
        >
          {module.lessons.map((lesson, at) => (
            <LessonRow key={lesson.key} lesson={lesson} module={module} position={at + 1} />
          ))}
          {module.lessons.length === 0 && <li className="py-3 text-muted">No lessons yet</li>}
        </ol>
        {mayWrite && <ModuleForms module={module} place={place} state={state} />}
      </Card>
    </li>
  );
}
