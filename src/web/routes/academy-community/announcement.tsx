import type { z } from "zod";
import {
  type Announcement,
  AnnouncementRef,
  UpdateAnnouncement,
} from "#modules/academy/contract/announcements.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { richTextReader, richTextValue } from "#web/forms/rich-text.ts";
import { done, submit } from "#web/forms/submit.ts";
import { typedInstant } from "#web/forms/typed-instant.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/announcement.ts";
import { AnnouncementFields } from "./announcement-fields.tsx";
import { ANNOUNCEMENT_STATES } from "./announcement-states.ts";

type AnnouncementOf = z.output<typeof Announcement>;

export const handle: RouteHandle = {
  crumb: ({ announcement }: { announcement: AnnouncementOf }) => announcement.title,
  notices: {
    announced: "It is announced, or goes out at its time.",
    changed: "The change is kept.",
    withdrawn: "Students do not see it any more.",
  },
};

const localTime = (at: string, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" });

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, zone } = context.get(pageContext);
  const announcement = await call<AnnouncementOf>("academy.get_announcement", params);
  return {
    announcement,
    zone,
    body: await richTextValue(announcement.body),
    publishAt: localTime(announcement.publishAt, zone),
  };
}

export async function action(args: Route.ActionArgs) {
  const { announcementId } = args.params;
  const { zone } = args.context.get(pageContext);
  const here = `/console/academy/community/announcements/${announcementId}`;
  if ((await args.request.clone().formData()).get("intent") === "withdraw")
    return submit(args, "academy.withdraw_announcement", {
      schema: AnnouncementRef,
      map: () => ({ announcementId }),
      onSuccess: () => done(here, "withdrawn"),
    });
  const read = await richTextReader();
  return submit(args, "academy.update_announcement", {
    schema: UpdateAnnouncement,
    map: (form) => ({
      ...form,
      announcementId,
      body: read(form.body),
      byMail: form.byMail === "on" || form.byMail === "true",
      publishAt: typedInstant(form.publishAt, zone),
    }),
    onSuccess: () => done(here, "changed"),
  });
}

export default function AnnouncementPage({ loaderData, actionData }: Route.ComponentProps) {
  const { announcement, body, publishAt, zone } = loaderData;
  const mayChange = usePermission("academy:moderate") && announcement.status !== "withdrawn";
  const [kind, word] = ANNOUNCEMENT_STATES[announcement.status];
  return (
    <>
      <PageHeader
        title={<span dir="auto">{announcement.title}</span>}
        over={
          <span dir="auto">
            {[announcement.courseTitle, announcement.cohortTitle].filter(Boolean).join(", ")}
          </span>
        }
        lead={
          <>
            <State kind={kind}>{word}</State>{" "}
            <Moment at={announcement.publishedAt ?? announcement.publishAt} />
            {announcement.byName && `, by ${announcement.byName}`}
          </>
        }
        actions={
          mayChange && (
            <Form intent="withdraw" className="">
              <Button look="danger">Withdraw</Button>
            </Form>
          )
        }
      />
      {mayChange ? (
        <Section title="Change it" note="Students see the new words; no second mail goes out.">
          <Form key={announcement.version} state={actionData} intent="change" className="max-w-form">
            <input type="hidden" name="version" value={announcement.version} />
            <AnnouncementFields
              title={announcement.title}
              body={body}
              byMail={announcement.byMail}
              publishAt={publishAt}
              zone={zone}
              isOut={announcement.status === "published"}
            />
            <Button look="primary">Keep the change</Button>
          </Form>
        </Section>
      ) : (
        <Card>
          <RichText text={announcement.body} />
        </Card>
      )}
    </>
  );
}
