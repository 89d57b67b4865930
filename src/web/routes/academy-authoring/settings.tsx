import type { ActionFunctionArgs } from "react-router";
import { ArchiveCourse, DuplicateCourse, UpdateCourse } from "#modules/academy/contract/authoring-course.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/settings.ts";
import { CourseHead } from "./course-head.tsx";
import type { Course } from "./course.tsx";
import { makeSlug } from "./make-slug.ts";
import { useCourse } from "./use-course.ts";

export const handle: RouteHandle = {
  crumb: "Settings",
  notices: { archived: "The course is archived. Who learns in it goes on.", restored: "The course is back." },
};

export async function action(args: ActionFunctionArgs) {
  const courseId = args.params.courseId ?? "";
  const at = `/console/academy/courses/${courseId}/settings`;
  const intent = (await args.request.clone().formData()).get("intent");
  if (intent === "duplicate")
    return submit<{ courseId: string }>(args, "academy.duplicate_course", {
      schema: DuplicateCourse,
      map: (form) => ({ ...form, courseId, slug: form.slug || makeSlug(String(form.title ?? "")) }),
      onSuccess: (made) => done(`/console/academy/courses/${made.courseId}`, "created"),
    });
  if (intent === "archive" || intent === "restore")
    return submit(args, intent === "archive" ? "academy.archive_course" : "academy.restore_course", {
      schema: ArchiveCourse,
      map: () => ({ courseId }),
      onSuccess: () => done(at, intent === "archive" ? "archived" : "restored"),
    });
  return submit(args, "academy.update_course", {
    schema: UpdateCourse,
    map: ({ entitlement, ...form }) => ({ ...form, courseId, facts: { entitlement: entitlement || null } }),
    onSuccess: () => done(at, "saved"),
  });
}

function Archive({ course, state }: { course: Course; state: FormState | null }) {
  const isArchived = course.status === "archived";
  return (
    <Section
      title={isArchived ? "Bring it back" : "Archive"}
      note={
        isArchived
          ? "It stands in the catalogue again, as it was."
          : "It leaves the catalogue and cannot be bought. Who learns in it goes on, and nothing is deleted."
      }
    >
      <Form state={state} intent={isArchived ? "restore" : "archive"}>
        <Button icon="archive">{isArchived ? "Restore course" : "Archive course"}</Button>
      </Form>
    </Section>
  );
}

export default function Settings({ actionData }: Route.ComponentProps) {
  const course = useCourse();
  const mayWrite = usePermission("academy:write");
  const state = actionData ?? null;
  if (!mayWrite) return <CourseHead course={course} />;
  return (
    <>
      <CourseHead course={course} />
      <div className="max-w-xl">
        <Section title="Address and sale">
          <Form state={state} intent="save">
            <input type="hidden" name="version" value={course.version} />
            <TextInput
              name="slug"
              label="Address"
              hint="Part of the course's web address. Links to the old one do not lead here any more."
              maxLength={80}
              defaultValue={course.slug}
            />
            <TextInput
              name="entitlement"
              label="Sold by the key"
              hint={`The key an offer gives, such as academy.course:${course.slug}. Empty: nobody buys it, people are enrolled by hand.`}
              maxLength={120}
              optional
              defaultValue={course.facts.entitlement ?? ""}
            />
            <Button look="primary">Save settings</Button>
          </Form>
        </Section>
        <Section title="Duplicate" note="With questions, files and packages; unpublished, and not for sale.">
          <Form state={state} intent="duplicate">
            <TextInput
              name="title"
              label="Title of the copy"
              maxLength={200}
              defaultValue={`${course.facts.title} (copy)`}
            />
            <TextInput
              name="slug"
              label="Address of the copy"
              hint="Made of the title when left empty."
              maxLength={80}
              optional
            />
            <Button icon="copy">Duplicate course</Button>
          </Form>
        </Section>
        <Archive course={course} state={state} />
      </div>
    </>
  );
}
