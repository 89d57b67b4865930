import type { z } from "zod";
import type { CourseList } from "#modules/academy/contract/authoring-course.ts";
import { InviteStudent } from "#modules/academy/contract/invitations.ts";
import { type EnrolledStudent, EnrolStudent } from "#modules/academy/contract/students.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/new.ts";

export const handle: RouteHandle = { crumb: "Enrol a student" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const courses = await call<z.output<typeof CourseList>>("academy.list_courses", {
    status: "published",
    limit: 200,
  });
  return {
    courses: courses.items.map(({ courseId, title }) => ({ value: courseId, label: title })),
    courseId: new URL(request.url).searchParams.get("course") ?? "",
  };
}

export async function action(args: Route.ActionArgs) {
  const way = (await args.request.clone().formData()).get("way");
  if (way === "invite")
    return submit(args, "academy.invite_student", {
      schema: InviteStudent,
      onSuccess: () => done("/console/academy/students/invitations", "invited"),
    });
  return submit<z.output<typeof EnrolledStudent>>(args, "academy.enrol_student", {
    schema: EnrolStudent,
    onSuccess: ({ enrollmentId, isNew }) =>
      done(`/console/academy/students/${enrollmentId}`, isNew ? "enrolled" : "known"),
  });
}

export default function NewStudent({ loaderData: { courses, courseId }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Enrol a student" lead="Without a sale. Who buys a course is enrolled by itself." />
      <Form state={actionData} className="max-w-form">
        <Select
          name="courseId"
          label="Course"
          options={courses}
          emptyLabel="Choose"
          defaultValue={courseId}
        />
        <TextInput name="email" type="email" label="E-mail address" autoComplete="off" inputMode="email" />
        <TextInput name="name" label="Name" autoComplete="off" dir="auto" maxLength={120} />
        <RadioGroup
          name="way"
          legend="How"
          choices={[
            { value: "invite", label: "Invite by mail", hint: "They decide. The link is good for 14 days." },
            { value: "enrol", label: "Enrol now", hint: "The course is among theirs at once." },
          ]}
          defaultValue="invite"
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Go on</Button>
          <LinkButton to="/console/academy/students">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
