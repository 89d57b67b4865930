import { data, redirect } from "react-router";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { FileInput } from "#web/ui/file-input.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/imports.ts";
import {
  type CourseImport,
  foundWords,
  formatWords,
  ImportUpload,
  importWords,
  lookThrough,
  refuseLargeFile,
} from "./import-state.ts";

export const handle: RouteHandle = {
  notices: { cancelled: "The file is given up; nothing of it came in." },
};

interface Course {
  courseId: string;
  title: string;
  slug: string;
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url);
  const { call } = context.get(pageContext);
  const page = await call<{ items: CourseImport[]; nextCursor: string | null }>("academy.list_imports", {
    cursor: query.cursor ?? undefined,
  });
  const { items: courses } = await call<{ items: Course[] }>("academy.list_courses", { limit: 100 });
  return { query, ...page, courses };
}

export async function action(args: Route.ActionArgs) {
  const tooLarge = refuseLargeFile(args.request);
  if (tooLarge) return data(tooLarge, { status: 413 });
  const page = args.context.get(pageContext);
  return submit(args, (input: Parameters<typeof lookThrough>[1]) => lookThrough(page, input), {
    schema: ImportUpload,
    onSuccess: ({ importId }) => redirect(`/console/academy/imports/${importId}`),
  });
}

const columns: readonly Column<CourseImport>[] = [
  {
    key: "file",
    header: "File",
    grow: true,
    cell: (row) => <NameLink to={`/console/academy/imports/${row.importId}`}>{row.fileName}</NameLink>,
  },
  { key: "status", header: "Standing", cell: (row) => importWords[row.status] },
  { key: "format", header: "Format", cell: (row) => (row.format ? formatWords[row.format] : "") },
  { key: "found", header: "What is in it", cell: (row) => foundWords(row.found) },
  { key: "losses", header: "Not taken", align: "end", cell: (row) => <Figure value={row.lossCount} /> },
  { key: "at", header: "Uploaded", cell: (row) => <Moment at={row.createdAt} /> },
];

const courseColumns: readonly Column<Course>[] = [
  {
    key: "title",
    header: "Course",
    grow: true,
    cell: (row) => <NameLink to={`/console/academy/courses/${row.courseId}`}>{row.title}</NameLink>,
  },
  {
    key: "archive",
    header: "Archive",
    cell: (row) => (
      <TextLink
        to={`/exports/courses/${row.courseId}`}
        reloadDocument
        aria-label={`Export all of it: ${row.title}`}
      >
        Export all of it
      </TextLink>
    ),
  },
  {
    key: "markdown",
    header: "Markdown",
    cell: (row) => (
      <TextLink
        to={`/exports/courses/${row.courseId}?form=markdown`}
        reloadDocument
        aria-label={`Export as text files: ${row.title}`}
      >
        Export as text files
      </TextLink>
    ),
  },
];

export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  const { query, items, nextCursor, courses } = loaderData;
  return (
    <>
      <PageHeader
        title="Import and export"
        lead="A course from another system, or from another Cairn. You see what will come and what cannot before anything comes in."
      />
      <Form state={actionData} encType="multipart/form-data" className="max-w-form">
        <FileInput
          name="file"
          label="File"
          hint="Up to 24 MB: a Cairn archive, a folder of Markdown as ZIP, GIFT, SCORM 1.2 or SCORM 2004."
        />
        <Combobox
          name="courseId"
          label="Into a course you have"
          hint="Left empty: a new course. Otherwise all comes to the end of its draft."
          options={courses.map(({ courseId, title }) => ({ value: courseId, label: title }))}
          optional
        />
        <Button look="primary">Look through the file</Button>
      </Form>
      <Section title="Imports">
        <DataTable
          caption="Imports, the last first"
          columns={columns}
          rows={items}
          rowKey={(row) => row.importId}
          query={query}
          page={{ next: nextCursor }}
          noun={["import", "imports"]}
          empty={<p className="px-4 py-6 text-muted">No course came in so far.</p>}
        />
      </Section>
      <Section
        title="Export"
        note="An archive holds everything and comes back the same to the byte. Keys of questions are in it: keep it where students cannot reach it."
      >
        <DataTable
          caption="Courses to export"
          columns={courseColumns}
          rows={courses}
          rowKey={(row) => row.courseId}
          noun={["course", "courses"]}
          empty={<p className="px-4 py-6 text-muted">There is no course yet.</p>}
        />
      </Section>
    </>
  );
}
