import type { z } from "zod";
import { type MyAnnouncements, SetAnnouncementMail } from "#modules/academy/contract/announcements.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/announcements.ts";
import { CourseLink } from "./course-link.tsx";

export const handle: RouteHandle = {
  crumb: "Announcements",
  notices: {
    mail_on: "Announcements come by mail too.",
    mail_off: "Announcements no longer come by mail. They stay on this page.",
  },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const mine = await context
    .get(pageContext)
    .call<z.output<typeof MyAnnouncements>>("academy.list_my_announcements", {
      course: params.course,
      cursor,
    });
  return { ...mine, course: params.course };
}

export async function action(args: Route.ActionArgs) {
  const { course } = args.params;
  return submit<z.output<typeof SetAnnouncementMail>>(args, "academy.set_announcement_mail", {
    schema: SetAnnouncementMail,
    map: (form) => ({ ...form, course }),
    onSuccess: ({ byMail }) => done(`/learn/${course}/announcements`, byMail ? "mail_on" : "mail_off"),
  });
}

export default function Announcements({ loaderData, actionData }: Route.ComponentProps) {
  const { course, courseTitle, items, byMail, nextCursor } = loaderData;
  return (
    <>
      <PageHeader title="Announcements" over={<CourseLink course={course} title={courseTitle} />} />
      <div className="max-w-2xl space-y-5">
        {items.length === 0 && (
          <EmptyState title="Nothing is announced" text="News of the course shows here." />
        )}
        {items.map(({ announcementId, title, body, publishedAt, editedAt }) => (
          <Card key={announcementId}>
            <h2 className="text-18 font-semibold [overflow-wrap:anywhere]" dir="auto">
              {title}
            </h2>
            <p className="mb-3 text-13 text-muted">
              <Moment at={publishedAt} ago />
              {editedAt && ", changed since"}
            </p>
            <RichText text={body} />
          </Card>
        ))}
        {nextCursor && <LinkButton to={`?cursor=${nextCursor}`}>Older ones</LinkButton>}
        <Form state={actionData} className="border-t border-line pt-5">
          <p className="text-muted">
            {byMail ? "They come to you by mail as well." : "They do not come to you by mail."}
          </p>
          <input type="hidden" name="byMail" value={byMail ? "false" : "true"} />
          <Button>{byMail ? "Switch the mails off" : "Send them by mail too"}</Button>
        </Form>
      </div>
    </>
  );
}
