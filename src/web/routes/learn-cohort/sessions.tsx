import { redirect } from "react-router";
import { z } from "zod";
import { JoinCohort, type MyCohort } from "#modules/academy/contract/cohorts.ts";
import {
  type CreatedSessionCalendar,
  type JoinedSession,
  type MySessionCalendar,
  type MySessions,
  SessionRef,
} from "#modules/academy/contract/sessions.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/sessions.ts";
import { CalendarCard } from "./calendar-card.tsx";
import { ChooseCohort } from "./choose-cohort.tsx";
import { SessionCard } from "./session-card.tsx";

export type Sessions = z.output<typeof MySessions>;
export type Cohort = z.output<typeof MyCohort>;
type Calendar = z.output<typeof CreatedSessionCalendar>;

export const handle: RouteHandle = {
  crumb: "Live sessions",
  notices: {
    joined: "You are in the cohort.",
    revoked: "The calendar address is ended. Calendars that have it show nothing new.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const of = { courseSlug: params.course };
  const [sessions, cohort, calendar] = await Promise.all([
    call<Sessions>("academy.list_my_sessions", of),
    call<Cohort>("academy.get_my_cohort", of),
    call<z.output<typeof MySessionCalendar>>("academy.find_my_session_calendar", {}),
  ]);
  return { sessions, cohort, calendar };
}

/** The address is the answer to the post itself: nothing leads to it again. */
async function makeCalendar(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  let made: Calendar | undefined;
  const answer = await submit(
    args,
    async () => {
      made = await call<Calendar>("academy.create_session_calendar", {});
    },
    { schema: z.object({}), map: () => ({}) },
  );
  return made ? { made } : answer;
}

export async function action(args: Route.ActionArgs) {
  const path = `/learn/${args.params.course}/sessions`;
  const [intent] = String((await args.request.clone().formData()).get("intent")).split(":");
  if (intent === "calendar") return makeCalendar(args);
  if (intent === "revoke")
    return submit(args, "academy.revoke_session_calendar", {
      schema: z.object({}),
      map: () => ({}),
      onSuccess: () => done(path, "revoked"),
    });
  if (intent === "cohort")
    return submit(args, "academy.join_cohort", {
      schema: JoinCohort,
      map: (form) => ({ ...form, courseSlug: args.params.course }),
      onSuccess: () => done(path, "joined"),
    });
  return submit<z.output<typeof JoinedSession>>(args, "academy.join_session", {
    schema: SessionRef,
    onSuccess: ({ joinUrl }) => redirect(joinUrl),
  });
}

export default function SessionsPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { sessions, cohort, calendar } = loaderData;
  const { zone } = useFormat();
  const made = actionData && "made" in actionData ? actionData.made : undefined;
  const state = actionData && !("made" in actionData) ? actionData : undefined;
  const ahead = sessions.items.filter(({ isOver, status }) => !isOver && status === "scheduled");
  const behind = sessions.items.filter(({ isOver, status }) => isOver || status === "cancelled").toReversed();
  return (
    <div className="max-w-[68ch]">
      <PageHeader
        title="Live sessions"
        over={<TextLink to={`/learn/${params.course}`}>{sessions.courseTitle}</TextLink>}
        lead={
          cohort.current
            ? `Of the cohort ${cohort.current.title}. Times are those of your zone, ${zone.replaceAll("_", " ")}.`
            : "Live sessions belong to a cohort, a group that takes the course together."
        }
      />
      {!cohort.current && <ChooseCohort choices={cohort.choices} state={state} />}
      {cohort.current && (
        <Section title="Coming up">
          {ahead.length === 0 ? (
            <EmptyState icon="calendar-days" title="Nothing is planned now" text="New dates appear here." />
          ) : (
            <ul className="space-y-3">
              {ahead.map((session) => (
                <SessionCard key={session.sessionId} session={session} state={state} />
              ))}
            </ul>
          )}
        </Section>
      )}
      {cohort.current && (
        <CalendarCard calendar={calendar} made={made} state={state} course={params.course} />
      )}
      {behind.length > 0 && (
        <Section title="Past and cancelled">
          <ul className="space-y-3">
            {behind.map((session) => (
              <SessionCard key={session.sessionId} session={session} state={state} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
