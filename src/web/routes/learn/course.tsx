import type { z } from "zod";
import type { MyCourse } from "#modules/academy/contract/learning.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import type { Route } from "./+types/course.ts";
import { OutlineList } from "./outline-list.tsx";

type Course = z.output<typeof MyCourse>;

export const handle: RouteHandle = { crumb: ({ title }: Course) => title };

export async function loader({ context, params }: Route.LoaderArgs) {
  return context.get(pageContext).call<Course>("academy.get_my_course", { course: params.course });
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

export default function CoursePage({ loaderData: course }: Route.ComponentProps) {
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
      <div className="max-w-2xl space-y-8">
        {!isOpen && (
          <Notice tone="caution" title={CLOSED[status].title}>
            {CLOSED[status].text}
          </Notice>
        )}
        <ProgressBar value={done} of={total} label="Lessons completed" withFigures />
        <OutlineList course={slug} modules={modules} />
      </div>
    </>
  );
}
