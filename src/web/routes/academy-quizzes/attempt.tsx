import type { z } from "zod";
import {
  AllowanceRef,
  type AttemptDetail,
  GiveAllowance,
  VoidAttempt,
} from "#modules/academy/contract/quiz-staff.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/attempt.ts";
import { AttemptAside } from "./attempt-aside.tsx";
import { AttemptItems } from "./attempt-items.tsx";
import { AttemptStanding, percent } from "./attempt-standing.tsx";

export type Attempt = z.output<typeof AttemptDetail>;

export const handle: RouteHandle = {
  crumb: ({ attempt }: { attempt: Attempt }) => `${attempt.studentName}, attempt ${attempt.number}`,
  notices: {
    void: "The attempt does not count any more.",
    given: "It is given.",
    withdrawn: "It counts no longer.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return { attempt: await context.get(pageContext).call<Attempt>("academy.get_attempt", params) };
}

export async function action(args: Route.ActionArgs) {
  const { attemptId } = args.params;
  const here = `/console/academy/attempts/${attemptId}`;
  const form = await args.request.clone().formData();
  if (form.get("intent") === "void")
    return submit(args, "academy.void_attempt", {
      schema: VoidAttempt,
      map: (raw) => ({ ...raw, attemptId }),
      onSuccess: () => done(here, "void"),
    });
  if (form.get("intent") === "withdraw")
    return submit(args, "academy.withdraw_quiz_allowance", {
      schema: AllowanceRef,
      onSuccess: () => done(here, "withdrawn"),
    });
  return submit(args, "academy.give_quiz_allowance", {
    schema: GiveAllowance,
    onSuccess: () => done(here, "given"),
  });
}

export default function AttemptPage({ loaderData: { attempt }, actionData }: Route.ComponentProps) {
  const { finishedAt, deadlineAt } = attempt;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{attempt.studentName}</span>}
        lead={`Attempt ${attempt.number} at ${attempt.title}, ${attempt.courseTitle}`}
        actions={<AttemptStanding attempt={attempt} />}
      />
      {attempt.status === "void" && (
        <Notice tone="caution" title={`Void${attempt.voidedBy ? `, by ${attempt.voidedBy}` : ""}`}>
          <p dir="auto">{attempt.voidReason}</p>
        </Notice>
      )}
      <Facts
        facts={[
          {
            label: "Score",
            value: percent(attempt.scorePpm) || "None yet",
            note: `${attempt.settings.passingPercent} % passes`,
          },
          { label: "Answered", value: `${attempt.answered} of ${attempt.questions}` },
          { label: "Started", value: <Moment at={attempt.startedAt} /> },
          finishedAt
            ? {
                label: attempt.finishedBy === "time" ? "Ended by the clock" : "Ended",
                value: <Moment at={finishedAt} />,
              }
            : { label: "Ends", value: deadlineAt ? <Moment at={deadlineAt} /> : "When submitted" },
        ]}
      />
      <div className="mt-8 gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_320px]">
        <Section
          title="Questions and answers"
          note={
            <TextLink to={`/console/academy/quizzes/${attempt.courseId}/${attempt.quizKey}/attempts`}>
              All attempts at this quiz
            </TextLink>
          }
        >
          <AttemptItems items={attempt.items} />
        </Section>
        <AttemptAside attempt={attempt} state={actionData} />
      </div>
    </>
  );
}
