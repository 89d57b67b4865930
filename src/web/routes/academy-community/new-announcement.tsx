import type { z } from "zod";
import { type ChangedAnnouncement, CreateAnnouncement } from "#modules/academy/contract/announcements.ts";
import type { CourseList } from "#modules/academy/contract/authoring-course.ts";
import type { CohortPage } from "#modules/academy/contract/cohorts.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { richTextReader } from "#web/forms/rich-text.ts";
import { done, submit } from "#web/forms/submit.ts";
import { typedInstant } from "#web/forms/typed-instant.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Select } from "#web/ui/select.tsx";
import type { Route } from "./+types/new-announcement.ts";
import { AnnouncementFields } from "./announcement-fields.tsx";

const LIST = "/console/academy/community/announcements";

export const handle: RouteHandle = { crumb: "New" };

export async function loader({ context }: Route.LoaderArgs) {
  const { call, zone } = context.get(pageContext);
  const courses = await call<z.output<typeof CourseList>>("academy.list_courses", { limit: 200 });
  const cohorts = await call<z.output<typeof CohortPage>>("academy.list_cohorts", { limit: 200 });
  return {
    zone,
    courses: courses.items.map(({ courseId, title }) => ({ value: courseId, label: title })),
    cohorts: cohorts.items.map(({ cohortId, title, courseTitle }) => ({
      value: cohortId,
      label: `${courseTitle}: ${title}`,
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { zone } = args.context.get(pageContext);
  const read = await richTextReader();
  return submit<z.output<typeof ChangedAnnouncement>>(args, "academy.create_announcement", {
    schema: CreateAnnouncement,
    map: (form) => ({
      ...form,
      body: read(form.body),
      byMail: form.byMail === "on" || form.byMail === "true",
      cohortId: form.cohortId || null,
      publishAt: typedInstant(form.publishAt, zone),
    }),
    onSuccess: ({ announcementId }) => done(`${LIST}/${announcementId}`, "announced"),
  });
}

export default function NewAnnouncement({ loaderData, actionData }: Route.ComponentProps) {
  const { zone, courses, cohorts } = loaderData;
  return (
    <>
      <PageHeader title="Announce something" />
      <Form state={actionData} className="max-w-form">
        <Select name="courseId" label="Course" options={courses} emptyLabel="Choose" />
        <Select
          name="cohortId"
          label="Cohort"
          hint="Of that course. None: everybody who takes it."
          options={cohorts}
          emptyLabel="Everybody"
          optional
        />
        <AnnouncementFields zone={zone} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Announce</Button>
          <LinkButton to={LIST}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
