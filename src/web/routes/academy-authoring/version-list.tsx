import type { z } from "zod";
import type { CurriculumList } from "#modules/academy/contract/authoring-versions.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Moment } from "#web/ui/time.tsx";

type Version = z.output<typeof CurriculumList>["items"][number];

const LOOKS = {
  draft: { word: "Being written", tone: "neutral" },
  published: { word: "Out", tone: "positive" },
  retired: { word: "Replaced", tone: "neutral" },
} as const;

const columns: readonly Column<Version>[] = [
  { key: "number", header: "Version", cell: ({ number }) => `Version ${number}` },
  {
    key: "status",
    header: "Standing",
    cell: ({ status }) => <Badge tone={LOOKS[status].tone}>{LOOKS[status].word}</Badge>,
  },
  {
    key: "note",
    header: "What is new",
    grow: true,
    cell: ({ note }) => <span dir="auto">{note || "No note"}</span>,
  },
  { key: "lessons", header: "Lessons", align: "end", cell: ({ lessons }) => <Figure value={lessons} /> },
  { key: "students", header: "Students", align: "end", cell: ({ students }) => <Figure value={students} /> },
  {
    key: "publishedAt",
    header: "Published",
    cell: ({ publishedAt, publishedBy }) =>
      publishedAt ? (
        <>
          <Moment at={publishedAt} />
          {publishedBy && (
            <span className="block text-13 text-muted" dir="auto">
              {publishedBy}
            </span>
          )}
        </>
      ) : (
        "Not yet"
      ),
  },
];

/** All versions of a course, the newest first. */
export const VersionList = ({ versions }: { versions: readonly Version[] }) => (
  <DataTable
    caption="Versions and who follows them"
    columns={columns}
    rows={versions}
    rowKey={({ curriculumId }) => curriculumId}
  />
);
