import type { ActionFunctionArgs } from "react-router";
import { AddLesson, AddModule } from "#modules/academy/contract/authoring.ts";
import {
  BringBackPart,
  DuplicateLesson,
  MoveLesson,
  MoveModule,
  RemoveLesson,
  RemoveModule,
  UpdateModule,
} from "#modules/academy/contract/authoring-outline.ts";
import { done, submit } from "#web/forms/submit.ts";
import { Form } from "#web/forms/form.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/outline.ts";
import { CourseHead } from "./course-head.tsx";
import { makeSlug } from "./make-slug.ts";
import { ModuleCard } from "./module-card.tsx";
import { RemovalNotice } from "./removal-notice.tsx";
import { useCourse } from "./use-course.ts";

export const handle: RouteHandle = {
  notices: { back: "It is back at its place.", duplicated: "The lesson is copied, right after itself." },
};

const WORK = {
  add_module: ["academy.add_module", AddModule],
  rename_module: ["academy.update_module", UpdateModule],
  move_module: ["academy.move_module", MoveModule],
  remove_module: ["academy.remove_module", RemoveModule],
  add_lesson: ["academy.add_lesson", AddLesson],
  move_lesson: ["academy.move_lesson", MoveLesson],
  remove_lesson: ["academy.remove_lesson", RemoveLesson],
  duplicate_lesson: ["academy.duplicate_lesson", DuplicateLesson],
  bring_back: ["academy.bring_back_part", BringBackPart],
} as const;
const NOTICES: Partial<Record<string, string>> = { bring_back: "back", duplicate_lesson: "duplicated" };

const isWork = (intent: unknown): intent is keyof typeof WORK => typeof intent === "string" && intent in WORK;

export async function action(args: ActionFunctionArgs) {
  const courseId = args.params.courseId ?? "";
  const at = `/console/academy/courses/${courseId}`;
  const intent = (await args.request.clone().formData()).get("intent");
  const [operation, schema] = WORK[isWork(intent) ? intent : "add_module"];
  return submit<{ key?: string; removalId?: string }>(args, operation, {
    schema,
    map: (form) => ({
      ...form,
      courseId,
      ...(intent === "add_lesson" ? { slug: makeSlug(String(form.title ?? "")) || "lesson" } : {}),
    }),
    onSuccess: ({ key, removalId }) => {
      if (intent === "add_lesson") return done(`${at}/lessons/${key}`);
      return done(removalId ? `${at}?removed=${removalId}` : at, NOTICES[String(intent)]);
    },
  });
}

export default function Outline({ actionData }: Route.ComponentProps) {
  const course = useCourse();
  const mayWrite = usePermission("academy:write");
  const at = `/console/academy/courses/${course.courseId}`;
  return (
    <>
      <CourseHead
        course={course}
        actions={
          <LinkButton to={`${at}/versions`} look="primary">
            {course.curriculum?.status === "draft" ? "Check and publish" : "See versions"}
          </LinkButton>
        }
      />
      <RemovalNotice />
      {course.modules.length === 0 && (
        <EmptyState
          icon="layers"
          title="No module yet"
          text="A course has modules, and modules have lessons. Begin with the first part of what there is to learn."
        />
      )}
      <ol className="space-y-5">
        {course.modules.map((module, place) => (
          <ModuleCard key={module.key} module={module} place={place} state={actionData ?? null} />
        ))}
      </ol>
      {mayWrite && (
        <Section title="Add a module" className="max-w-xl">
          <Form state={actionData} intent="add_module">
            <TextInput name="title" label="Title of the module" maxLength={200} />
            <Button icon="plus">Add module</Button>
          </Form>
        </Section>
      )}
    </>
  );
}
