import type { z } from "zod";
import type { GradeBook, GradeItem, GradeRow } from "#modules/academy/contract/grade-book.ts";
import { pageContext } from "#web/context.ts";
import { allPages, type CsvColumn, csvResponse } from "#web/csv/csv-response.ts";
import type { Route } from "./+types/grade-book-csv.ts";
import { readGradeBookQuery } from "./grade-book-query.ts";

type Row = z.output<typeof GradeRow>;
type Item = z.output<typeof GradeItem>;

const percent = (ppm: number | null | undefined): number | null =>
  typeof ppm === "number" ? ppm / 10_000 : null;

const columnsOf = (items: readonly Item[]): readonly CsvColumn<Row>[] => [
  { header: "Student", value: (row) => row.student.name },
  { header: "Cohort", value: (row) => row.cohortTitle },
  { header: "Standing", value: (row) => row.status },
  ...items.map((item) => ({
    header: `${item.title} (%, counts ${Math.round(item.weightPercent * 10) / 10}%)`,
    value: (row: Row) => percent(row.cells.find(({ itemKey }) => itemKey === item.itemKey)?.scorePpm),
  })),
  { header: "So far (%)", value: (row) => percent(row.totalPpm) },
  { header: "Of the weight (%)", value: (row) => row.weightDone },
];

/** The grade book as the page's filters show it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { asked } = readGradeBookQuery(request.url);
  let items: Item[] = [];
  const found = await allPages(async (cursor) => {
    const book = await call<z.output<typeof GradeBook>>("academy.get_grade_book", {
      courseId: params.courseId,
      ...asked,
      cursor,
      limit: 200,
    });
    ({ items } = book);
    return { rows: book.rows, next: book.nextCursor };
  });
  return csvResponse("grades.csv", columnsOf(items), found);
}
