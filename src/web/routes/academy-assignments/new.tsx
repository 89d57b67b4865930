import type { z } from "zod";
import { AddAssignment, type AddedAssignment } from "#modules/academy/contract/assignment-editing.ts";
import { Form } from "#web/forms/form.tsx";
import { richTextReader } from "#web/forms/rich-text.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/new.ts";
import { AssignmentFields } from "./assignment-fields.tsx";
import { readAssignment } from "./read-assignment.ts";

export const handle: RouteHandle = { crumb: "New" };

export async function action(args: Route.ActionArgs) {
  const { courseId } = args.params;
  const read = await richTextReader();
  return submit<z.output<typeof AddedAssignment>>(args, "academy.add_assignment", {
    schema: AddAssignment,
    map: (form) => ({ ...readAssignment(form, read), courseId }),
    onSuccess: ({ assignmentKey }) =>
      done(`/console/academy/assignments/courses/${courseId}/${assignmentKey}`, "added"),
  });
}

export default function NewAssignment({ actionData, params }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="New assignment" lead="It goes into the draft of the course." />
      <Form state={actionData} className="max-w-[760px]">
        <AssignmentFields />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Add the assignment</Button>
          <LinkButton to={`/console/academy/assignments/courses/${params.courseId}`}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
