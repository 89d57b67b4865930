import { CreateCourse } from "#modules/academy/contract/authoring.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/new.ts";
import { LANGUAGES, LEVELS } from "./choices.ts";
import { makeSlug } from "./make-slug.ts";

export const handle: RouteHandle = { crumb: "New course" };

export async function action(args: Route.ActionArgs) {
  return submit<{ courseId: string }>(args, "academy.create_course", {
    schema: CreateCourse,
    // Who leaves the address empty gets the one the title makes.
    map: (form) => ({ ...form, slug: form.slug || makeSlug(String(form.title ?? "")) }),
    onSuccess: ({ courseId }) => done(`/console/academy/courses/${courseId}`, "created"),
  });
}

export default function NewCourse({ actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="New course"
        lead="A title is enough to begin. Nobody sees the course before you publish it."
      />
      <Form state={actionData} className="max-w-xl">
        <TextInput name="title" label="Title" maxLength={200} />
        <TextInput
          name="slug"
          label="Address"
          hint="Part of the course's web address: letters, digits and dashes. Made of the title when left empty."
          maxLength={80}
          optional
          autoComplete="off"
        />
        <TextArea
          name="summary"
          label="Summary"
          hint="What people will be able to do afterwards, in two sentences."
          maxLength={300}
          rows={3}
          optional
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Select name="language" label="Language" options={LANGUAGES} defaultValue="en" />
          <Select name="level" label="Level" options={LEVELS} defaultValue="beginner" />
        </div>
        <div className="flex gap-2">
          <Button look="primary">Create course</Button>
          <LinkButton to="/console/academy" look="quiet">
            Cancel
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
