import { z } from "zod";
import type { CreatedCalendarFeed, MyCalendarFeed } from "#modules/playbook/contract/calendar.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/calendar-feed.ts";

type Created = z.output<typeof CreatedCalendarFeed>;

export const handle: RouteHandle = {
  crumb: "Plan in your calendar",
  notices: { revoked: "The link is revoked. Calendars that have it show nothing new from now on." },
};

export async function loader({ context }: Route.LoaderArgs) {
  const { feed } = await context
    .get(pageContext)
    .call<z.output<typeof MyCalendarFeed>>("playbook.find_my_calendar_feed", {});
  return { feed };
}

/** The link is the answer to the post itself: no address leads to it again. */
export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  const intent = (await args.request.clone().formData()).get("intent");
  if (intent === "revoke")
    return submit(args, "playbook.revoke_calendar_feed", {
      schema: z.object({}),
      map: () => ({}),
      onSuccess: () => done("/console/plan/calendar-feed", "revoked"),
    });
  let made: Created | undefined;
  const answer = await submit(
    args,
    async () => {
      made = await call<Created>("playbook.create_calendar_feed", {});
    },
    { schema: z.object({}), map: () => ({}) },
  );
  return made ? { made } : answer;
}

export default function CalendarFeedPage({ loaderData, actionData }: Route.ComponentProps) {
  const { feed } = loaderData;
  const made = actionData && "made" in actionData ? actionData.made : undefined;
  const state = actionData && !("made" in actionData) ? actionData : undefined;
  return (
    <div className="max-w-[640px]">
      <PageHeader
        title="The plan in your calendar"
        lead="Gates, work packages, your deliverables and your actions, as all-day entries that move when the plan does."
      />
      {made ? (
        <Made link={made.url} />
      ) : (
        <Card>
          {feed ? (
            <p>
              You have a link since <Moment at={feed.createdAt} />. It was shown once, when it was made. If
              you lost it, make a new one: the old link ends then.
            </p>
          ) : (
            <p>
              A link of your own lets a calendar program read the plan without signing in. Whoever has the
              link can read it, so keep it to yourself; you can revoke it at any time.
            </p>
          )}
          <div className="mt-4 flex flex-wrap gap-2">
            <Form state={state} intent="create">
              <Button look="primary" icon="calendar-days">
                {feed ? "Make a new link" : "Make a link"}
              </Button>
            </Form>
            {feed && <Revoke />}
          </div>
        </Card>
      )}
      <HowTo />
    </div>
  );
}

function Made({ link }: { link: string }) {
  return (
    <Card>
      <Notice tone="caution" title="Copy it now: it is shown this once" />
      <div className="mt-4">
        <CopyField
          label="Link for your calendar"
          hint="Whoever has it can read your plan's dates."
          value={link}
        />
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton to="/console/plan/calendar-feed">I have copied it</LinkButton>
        <Revoke />
      </div>
    </Card>
  );
}

function Revoke() {
  return (
    <Form intent="revoke">
      <Button look="quiet">Revoke the link</Button>
    </Form>
  );
}

function HowTo() {
  return (
    <Section title="How to add it">
      <ul className="max-w-measure list-disc space-y-1 ps-5 marker:text-muted">
        <li>Google Calendar: Other calendars, From URL. It looks for changes about once a day.</li>
        <li>Apple Calendar: File, New Calendar Subscription.</li>
        <li>Outlook: Add calendar, Subscribe from web.</li>
      </ul>
    </Section>
  );
}
