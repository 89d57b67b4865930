import type { z } from "zod";
import { type ChangedCohort, CreateCohort } from "#modules/academy/contract/cohorts.ts";
import type { CourseWorkList } from "#modules/academy/contract/grade-book.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Select } from "#web/ui/select.tsx";
import type { Route } from "./+types/new.ts";
import { CohortFields } from "./cohort-fields.tsx";

export const handle: RouteHandle = { crumb: "New" };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, zone } = context.get(pageContext);
  const courses = await call<z.output<typeof CourseWorkList>>("academy.list_course_work", {});
  return {
    zone,
    courseId: new URL(request.url).searchParams.get("course") ?? "",
    courses: courses.items.map(({ courseId, title }) => ({ value: courseId, label: title })),
  };
}

export async function action(args: Route.ActionArgs) {
  return submit<z.output<typeof ChangedCohort>>(args, "academy.create_cohort", {
    schema: CreateCohort,
    onSuccess: ({ cohortId }) => done(`/console/academy/cohorts/${cohortId}`, "created"),
  });
}

export default function NewCohort({ loaderData, actionData }: Route.ComponentProps) {
  const { courses, courseId, zone } = loaderData;
  return (
    <>
      <PageHeader title="New cohort" />
      <Form state={actionData} className="max-w-form">
        <Select
          name="courseId"
          label="Course"
          options={courses}
          emptyLabel="Choose"
          defaultValue={courseId}
        />
        <CohortFields zone={zone} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Create the cohort</Button>
          <LinkButton to="/console/academy/cohorts">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
