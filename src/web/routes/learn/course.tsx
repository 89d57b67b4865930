import type { z } from "zod";
import type { MyOnboarding, MySurvey } from "#modules/academy/contract/coaching.ts";
import type { MyCourse } from "#modules/academy/contract/learning.ts";
import { pageContext } from "#web/context.ts";
import { OnboardingCard } from "#web/parts/onboarding-card.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import type { Route } from "./+types/course.ts";
import { CourseLinks } from "./course-links.tsx";
import { OutlineList } from "./outline-list.tsx";

type Course = z.output<typeof MyCourse>;

export const handle: RouteHandle = { crumb: ({ course }: { course: Course }) => course.title };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const [course, onboarding, { moment }] = await Promise.all([
    call<Course>("academy.get_my_course", params),
    call<MyOnboarding>("academy.get_my_onboarding", params),
    call<MySurvey>("academy.get_my_survey", params),
  ]);
  return { course, onboarding, isAsked: moment !== null };
}

const CLOSED: Record<Exclude<Course["status"], "active">, { title: string; text: string }> = {
  suspended: {
    title: "The lessons wait for a payment",
    text: "Pay the open invoice in your account. You go on where you were.",
  },
  revoked: {
    title: "The lessons are closed",
    text: "The payment for this course was given back. Your record stays here.",
  },
  expired: { title: "Your time in this course is over", text: "Your record and your certificate stay here." },
  cancelled: { title: "You do not take part any more", text: "Your record stays here." },
};

export default function CoursePage({ loaderData: { course, onboarding, isAsked } }: Route.ComponentProps) {
  const { slug, title, subtitle, status, modules, done, total, next } = course;
  const isOpen = status === "active";
  return (
    <>
      <PageHeader
        title={<span dir="auto">{title}</span>}
        lead={subtitle ? <span dir="auto">{subtitle}</span> : undefined}
        actions={
          isOpen && next ? (
            <LinkButton to={`/learn/${slug}/lessons/${next.slug}`} look="primary" size="large">
              {done === 0 ? "Begin" : "Go on"}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="gap-12 lg:grid lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <div className="space-y-8">
          {!isOpen && (
            <Notice tone="caution" title={CLOSED[status].title}>
              {CLOSED[status].text}
            </Notice>
          )}
          {isAsked && (
            <Notice
              title="Would you recommend this course?"
              actions={<LinkButton to={`/learn/${slug}/survey`}>Answer in a minute</LinkButton>}
            >
              One question, and your words reach who writes the course.
            </Notice>
          )}
          <ProgressBar value={done} of={total} label="Lessons completed" withFigures />
          <OutlineList course={slug} modules={modules} />
        </div>
        <div className="space-y-6 max-lg:mt-10">
          {isOpen && <OnboardingCard course={slug} onboarding={onboarding} />}
          <CourseLinks course={course} />
        </div>
      </div>
    </>
  );
}
