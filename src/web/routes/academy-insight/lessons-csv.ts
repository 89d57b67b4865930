import type { z } from "zod";
import type { CourseInsight, LessonInsight } from "#modules/academy/contract/insight.ts";
import { pageContext } from "#web/context.ts";
import { type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/lessons-csv.ts";

const COLUMNS: readonly CsvColumn<z.output<typeof LessonInsight>>[] = [
  { header: "Module", value: ({ moduleTitle }) => moduleTitle },
  { header: "Lesson", value: ({ title }) => title },
  { header: "Completed by", value: ({ rule }) => rule },
  { header: "Students who opened it", value: ({ opened }) => opened },
  { header: "Students who completed it", value: ({ completed }) => completed },
  { header: "Students who stopped here", value: ({ stopped }) => stopped },
  { header: "Median seconds", value: ({ medianSeconds }) => medianSeconds },
  { header: "Mean result in percent", value: ({ meanPercent }) => meanPercent },
];

/** Lessons of a course and how far students come. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const cohortId = new URL(request.url).searchParams.get("cohort") ?? undefined;
  const { lessons } = await context
    .get(pageContext)
    .call<z.output<typeof CourseInsight>>("academy.get_course_insight", { ...params, cohortId });
  return csvResponse("lessons.csv", COLUMNS, lessons);
}
