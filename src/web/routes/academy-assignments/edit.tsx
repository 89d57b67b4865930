import type { z } from "zod";
import {
  type AssignmentDetail,
  AssignmentRef,
  SaveAssignment,
} from "#modules/academy/contract/assignment-editing.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { richTextReader, richTextValue } from "#web/forms/rich-text.ts";
import { done, submit } from "#web/forms/submit.ts";
import { nameList } from "#web/format/plural.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { RubricList } from "#web/routes/learn-assignment/rubric-list.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/edit.ts";
import { AssignmentFields } from "./assignment-fields.tsx";
import { readAssignment } from "./read-assignment.ts";

type Assignment = z.output<typeof AssignmentDetail>;

export const handle: RouteHandle = {
  crumb: ({ assignment }: { assignment: Assignment }) => assignment.title,
  notices: {
    added: "The assignment is in the draft. Show it in a lesson, then publish the draft.",
    saved: "The assignment is saved in the draft.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const assignment = await context.get(pageContext).call<Assignment>("academy.get_assignment", params);
  return { assignment, brief: await richTextValue(assignment.brief) };
}

export async function action(args: Route.ActionArgs) {
  const { courseId, assignmentKey } = args.params;
  const list = `/console/academy/assignments/courses/${courseId}`;
  if ((await args.request.clone().formData()).get("intent") === "remove")
    return submit(args, "academy.remove_assignment", {
      schema: AssignmentRef,
      map: () => ({ courseId, assignmentKey }),
      onSuccess: () => done(list, "removed"),
    });
  const read = await richTextReader();
  return submit(args, "academy.save_assignment", {
    schema: SaveAssignment,
    map: (form) => ({ ...readAssignment(form, read), courseId, assignmentKey }),
    onSuccess: () => done(`${list}/${assignmentKey}`, "saved"),
  });
}

export default function EditAssignment({ loaderData, actionData }: Route.ComponentProps) {
  const { assignment, brief } = loaderData;
  const mayWrite = usePermission("academy:write");
  return (
    <>
      <PageHeader
        title={<span dir="auto">{assignment.title}</span>}
        over={<span dir="auto">{assignment.courseTitle}</span>}
        lead={
          assignment.isDraft
            ? "Of the draft. Students see it when the draft is published; what was handed in keeps the version it answers."
            : "As it is published. A change begins a draft."
        }
      />
      {assignment.lessons.length > 0 && (
        <p className="mb-4 text-muted">Shown in {nameList(assignment.lessons.map(({ title }) => title))}.</p>
      )}
      {mayWrite ? (
        <>
          <Form key={assignment.revision} state={actionData} intent="save" className="max-w-[760px]">
            <input type="hidden" name="revision" value={assignment.revision} />
            <AssignmentFields assignment={assignment} brief={brief} />
            <Button look="primary">Save the assignment</Button>
          </Form>
          <Section title="Take it out">
            <Form state={actionData} intent="remove">
              <p className="text-muted">Versions that are out keep it, and so does what was handed in.</p>
              <Button look="danger">Take it out of the draft</Button>
            </Form>
          </Section>
        </>
      ) : (
        <div className="max-w-[68ch] space-y-6">
          <RichText text={assignment.brief} />
          <RubricList rubric={assignment.rubric} />
        </div>
      )}
    </>
  );
}
