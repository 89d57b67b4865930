import { UpdateCourse } from "#modules/academy/contract/authoring-course.ts";
import type { CourseFiles } from "#modules/academy/contract/authoring-files.ts";
import type { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { richTextReader, richTextValue } from "#web/forms/rich-text.ts";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/facts.ts";
import { LANGUAGES, LEVELS } from "./choices.ts";
import { CourseHead } from "./course-head.tsx";
import type { Course } from "./course.tsx";
import { readFactsForm } from "./facts-form.ts";
import { FaqFields, InstructorFields } from "./people-fields.tsx";
import { useCourse } from "./use-course.ts";

export const handle: RouteHandle = { crumb: "Course page" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { courseId } = params;
  const [course, { items }] = await Promise.all([
    call<Course>("academy.get_course", { courseId }),
    call<z.output<typeof CourseFiles>>("academy.list_course_files", { courseId }),
  ]);
  const covers = items
    .filter(({ mediaType }) => mediaType.startsWith("image/"))
    .map(({ fileId, name }) => ({ value: fileId, label: name }));
  return { description: await richTextValue(course.facts.description), covers };
}

export async function action(args: Route.ActionArgs) {
  const readText = await richTextReader();
  return submit(args, "academy.update_course", {
    schema: UpdateCourse,
    map: (form) => ({ ...readFactsForm(form, readText), courseId: args.params.courseId }),
  });
}

const lines = (items: readonly string[]) => items.join("\n");

function Lists({ facts }: { facts: Course["facts"] }) {
  return (
    <div className="grid gap-5 md:grid-cols-3">
      <TextArea
        name="facts.outcomes"
        label="What people can do afterwards"
        hint="A line each."
        optional
        defaultValue={lines(facts.outcomes)}
      />
      <TextArea
        name="facts.audience"
        label="For whom"
        hint="A line each."
        optional
        defaultValue={lines(facts.audience)}
      />
      <TextArea
        name="facts.requirements"
        label="What they need"
        hint="A line each."
        optional
        defaultValue={lines(facts.requirements)}
      />
    </div>
  );
}

function Basics({ course, covers }: { course: Course; covers: readonly { value: string; label: string }[] }) {
  const { facts } = course;
  return (
    <>
      <TextInput name="facts.title" label="Title" maxLength={200} defaultValue={facts.title} />
      <TextInput
        name="facts.subtitle"
        label="Subtitle"
        maxLength={300}
        optional
        defaultValue={facts.subtitle}
      />
      <TextArea
        name="facts.summary"
        label="Summary"
        hint="Two sentences, for the catalogue and for search engines."
        rows={3}
        maxLength={300}
        optional
        defaultValue={facts.summary}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <Select name="facts.language" label="Language" options={LANGUAGES} defaultValue={facts.language} />
        <Select name="facts.level" label="Level" options={LEVELS} defaultValue={facts.level} />
        <NumberInput
          name="facts.durationDays"
          label="How long it takes"
          unit="days"
          optional
          defaultValue={facts.durationDays === null ? "" : String(facts.durationDays)}
        />
      </div>
      <Select
        name="facts.coverFileId"
        label="Cover"
        hint="A picture from the course's files."
        emptyLabel="None"
        optional
        options={covers}
        defaultValue={facts.coverFileId ?? ""}
      />
    </>
  );
}

export default function CoursePage({ loaderData, actionData }: Route.ComponentProps) {
  const course = useCourse();
  const mayWrite = usePermission("academy:write");
  const { facts } = course;
  return (
    <>
      <CourseHead
        course={course}
        actions={
          course.status === "published" ? (
            <LinkButton to={`/courses/${course.slug}`}>See the page</LinkButton>
          ) : undefined
        }
      />
      <Form state={actionData} className="max-w-3xl space-y-6">
        <input type="hidden" name="version" value={course.version} />
        <Basics course={course} covers={loaderData.covers} />
        <RichTextEditor
          name="facts.description"
          label="Description"
          optional
          value={loaderData.description}
        />
        <Lists facts={facts} />
        <FaqFields facts={facts} />
        <InstructorFields facts={facts} />
        <fieldset className="space-y-4">
          <legend className="mb-2 font-semibold">Certificate</legend>
          <TextInput
            name="facts.certificate.title"
            label="Title"
            hint="Leave it empty for a course without a certificate."
            maxLength={200}
            optional
            defaultValue={facts.certificate?.title}
          />
          <TextArea
            name="facts.certificate.statement"
            label="What it says of the student"
            rows={2}
            maxLength={1000}
            optional
            defaultValue={facts.certificate?.statement}
          />
        </fieldset>
        {mayWrite && <Button look="primary">Save course page</Button>}
      </Form>
    </>
  );
}
