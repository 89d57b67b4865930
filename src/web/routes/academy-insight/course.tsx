import type { z } from "zod";
import type { CohortInsight, CourseInsight, LessonInsight } from "#modules/academy/contract/insight.ts";
import { pageContext } from "#web/context.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/course.ts";
import { ShareBar } from "./share-bar.tsx";

type Insight = z.output<typeof CourseInsight>;
type Lesson = z.output<typeof LessonInsight>;
type Cohort = z.output<typeof CohortInsight>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export const handle: RouteHandle = { crumb: ({ courseTitle }: Insight) => courseTitle };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get("cohort") ?? "";
  const cohortId = UUID.test(asked) ? asked : undefined;
  const insight = await context
    .get(pageContext)
    .call<Insight>("academy.get_course_insight", { courseId: params.courseId, cohortId });
  return { ...insight, cohortId: cohortId ?? null };
}

const lessonColumns = (students: number): readonly Column<Lesson>[] => [
  { key: "title", header: "Lesson", grow: true, cell: ({ title }) => <span dir="auto">{title}</span> },
  {
    key: "through",
    header: "Completed",
    cell: ({ completed, opened, title }) => (
      <ShareBar label={title} completed={completed} opened={opened} of={students} />
    ),
  },
  { key: "opened", header: "Opened", align: "end", cell: ({ opened }) => <Figure value={opened} /> },
  {
    key: "stopped",
    header: "Stopped here",
    align: "end",
    cell: ({ stopped }) => <Figure value={stopped} />,
  },
  {
    key: "time",
    header: "Time spent",
    align: "end",
    hiddenOnPhone: true,
    cell: ({ medianSeconds }) => (
      <Figure
        value={medianSeconds === null ? null : Math.max(1, Math.round(medianSeconds / 60))}
        unit="min"
      />
    ),
  },
  {
    key: "score",
    header: "Mean result",
    align: "end",
    hiddenOnPhone: true,
    cell: ({ meanPercent }) => <Figure value={meanPercent} unit="percent" />,
  },
];

const cohortColumns = (courseId: string): readonly Column<Cohort>[] => [
  {
    key: "title",
    header: "Cohort",
    grow: true,
    cell: ({ cohortId, title }) =>
      cohortId ? (
        <NameLink to={`/console/academy/insight/${courseId}?cohort=${cohortId}`}>
          <span dir="auto">{title}</span>
        </NameLink>
      ) : (
        title
      ),
  },
  { key: "students", header: "Students", align: "end", cell: ({ students }) => <Figure value={students} /> },
  {
    key: "active",
    header: "Active in 7 days",
    align: "end",
    cell: ({ activeLast7Days }) => <Figure value={activeLast7Days} />,
  },
  {
    key: "completed",
    header: "Completed",
    align: "end",
    cell: ({ completed, students }) => (
      <Figure value={students === 0 ? null : Math.round((100 * completed) / students)} unit="percent" />
    ),
  },
  {
    key: "days",
    header: "Days to complete",
    align: "end",
    hiddenOnPhone: true,
    cell: ({ medianDays }) => <Figure value={medianDays} />,
  },
];

function forecastNote({ forecast }: Insight): string {
  const { sharePercent, expected, days } = forecast;
  if (sharePercent.value === null) return sharePercent.reason ?? "";
  return `${sharePercent.value} % complete within ${days} days of their start; of those who learn now, about ${expected.value} more will.`;
}

export default function CourseNumbers({ loaderData, params: { courseId } }: Route.ComponentProps) {
  const { students, active, completed, lessons, cohorts, recordings } = loaderData;
  return (
    <>
      <Head insight={loaderData} courseId={courseId} />
      <Facts
        facts={[
          { label: "Students", value: String(students) },
          { label: "Active in 7 days", value: String(active) },
          { label: "Completed", value: String(completed) },
        ]}
      />
      <Section title="Will complete" note="By the times of those who did, and of those still learning.">
        <p className="max-w-measure">{forecastNote(loaderData)}</p>
      </Section>
      <Section
        title="Lesson by lesson"
        note="Stopped here: this lesson was their last, and that is 14 days ago."
      >
        <DataTable
          caption="Lessons and how far students come"
          columns={lessonColumns(students)}
          rows={lessons}
          rowKey={({ key }) => key}
          noun={["lesson", "lessons"]}
        />
      </Section>
      {cohorts.length > 0 && (
        <Section title="Cohorts side by side">
          <DataTable
            caption="Cohorts"
            columns={cohortColumns(courseId)}
            rows={cohorts}
            rowKey={(cohort) => cohort.cohortId ?? "none"}
            noun={["cohort", "cohorts"]}
          />
        </Section>
      )}
      <Recordings courseId={courseId} recordings={recordings} />
    </>
  );
}

type Shown = Insight & { cohortId: string | null };

function Head({ insight, courseId }: { insight: Shown; courseId: string }) {
  const { courseTitle, cohorts, cohortId } = insight;
  const shown = cohortId === null ? undefined : cohorts.find((cohort) => cohort.cohortId === cohortId);
  return (
    <>
      <PageHeader
        title={<span dir="auto">{courseTitle}</span>}
        lead={
          shown
            ? `Students of the cohort ${shown.title}.`
            : "All students, cancelled and refunded ones left out."
        }
        actions={
          <LinkButton
            to={`/console/academy/insight/${courseId}/lessons.csv${cohortId ? `?cohort=${cohortId}` : ""}`}
            reloadDocument
            icon="download"
          >
            Export CSV
          </LinkButton>
        }
      />
      {shown && (
        <p className="mb-6">
          <TextLink to={`/console/academy/insight/${courseId}`}>Show all students</TextLink>
        </p>
      )}
    </>
  );
}

function Recordings({ courseId, recordings }: { courseId: string; recordings: Insight["recordings"] }) {
  if (recordings.length === 0) return null;
  return (
    <Section title="What is watched">
      <ul className="divide-y divide-line border-y border-line">
        {recordings.map(({ blockId, lessonTitle }) => (
          <li key={blockId} className="py-2.5">
            <TextLink to={`/console/academy/insight/${courseId}/recordings/${blockId}`}>
              {lessonTitle}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
