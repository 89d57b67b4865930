import type { z } from "zod";
import { Link } from "react-router";
import type { MyCourses } from "#modules/academy/contract/learning.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/dashboard.ts";

type Course = z.output<typeof MyCourses>["courses"][number];

export const handle: RouteHandle = { crumb: "Courses" };

export async function loader({ context }: Route.LoaderArgs) {
  const { viewer, call } = context.get(pageContext);
  const { courses } = await call<z.output<typeof MyCourses>>("academy.list_my_courses");
  return { courses, name: viewer?.name ?? "" };
}

export default function Dashboard({ loaderData: { courses } }: Route.ComponentProps) {
  const [current, ...others] = courses;
  return (
    <>
      <PageHeader title="Your courses" lead={current && leadOf(current)} />
      {current === undefined ? (
        <EmptyState
          icon="graduation-cap"
          title="You take no course yet"
          text="A course you buy, or are invited to, shows here at once."
          action={<LinkButton to="/courses">Look at the courses</LinkButton>}
        />
      ) : (
        <>
          <CourseCard course={current} isCurrent />
          {others.length > 0 && (
            <ul className="mt-6 grid gap-6 md:grid-cols-2">
              {others.map((course) => (
                <li key={course.enrollmentId}>
                  <CourseCard course={course} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

function leadOf({ next, completedAt }: Course): string {
  if (completedAt) return "The last one you took is complete.";
  return next ? "Go on where you were." : "Nothing is left to do today.";
}

/** One course, the next step first. */
function CourseCard({ course, isCurrent }: { course: Course; isCurrent?: boolean }) {
  const { slug, title, subtitle, done, total } = course;
  return (
    <Card>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="text-22 font-bold text-pretty">
            <Link to={`/learn/${slug}`} className="hover:underline" dir="auto">
              {title}
            </Link>
          </h2>
          {subtitle && (
            <p className="mt-1 text-muted" dir="auto">
              {subtitle}
            </p>
          )}
          <div className="mt-4 max-w-md">
            <ProgressBar value={done} of={total} label={`Lessons of ${title} completed`} withFigures />
          </div>
        </div>
        <NextStep course={course} isPrimary={isCurrent} />
      </div>
    </Card>
  );
}

function NextStep({ course, isPrimary }: { course: Course; isPrimary?: boolean }) {
  const { slug, next, status, completedAt, opensAt } = course;
  const look = isPrimary ? "primary" : "secondary";
  if (status !== "active")
    return (
      <div className="space-y-2">
        <State kind={status === "suspended" ? "paused" : "closed"} />
        <p>
          <LinkButton to={`/learn/${slug}`}>See why</LinkButton>
        </p>
      </div>
    );
  if (next)
    return (
      <div className="basis-64">
        <p className="text-14 text-muted">Next</p>
        <p className="mt-0.5 font-semibold text-pretty" dir="auto">
          {next.title}
          {next.minutes > 0 && <span className="font-normal text-muted">, {next.minutes} min</span>}
        </p>
        <p className="mt-3">
          <LinkButton to={`/learn/${slug}/lessons/${next.slug}`} look={look}>
            {course.done === 0 ? "Begin" : "Go on"}
          </LinkButton>
        </p>
      </div>
    );
  return (
    <div className="basis-64 space-y-3">
      {completedAt ? (
        <State kind="done">Completed</State>
      ) : (
        <p className="text-14 text-muted">
          {opensAt ? (
            <>
              More opens <Moment at={opensAt} />
            </>
          ) : (
            "What is left opens step by step; the outline says when."
          )}
        </p>
      )}
      <p>
        <LinkButton to={`/learn/${slug}`}>Open the outline</LinkButton>
      </p>
    </div>
  );
}
