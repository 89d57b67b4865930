import { useFormat } from "#web/format/use-format.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import type { TableQuery } from "#web/table/table-query.ts";
import { Badge } from "#web/ui/badge.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Tone } from "#web/ui/tone.ts";
import { useTargetText } from "../plan/target-words.tsx";
import { dueWords } from "./due-words.ts";
import { KindMark } from "./kind-mark.tsx";
import type { Preview, PreviewList } from "./preview-list.ts";

type Change = Preview["changes"][number];
type ListOf<View extends PreviewList["view"]> = Extract<PreviewList, { view: View }>;
type Target = ListOf<"targets">["rows"][number];
type Note = ListOf<"questions">["rows"][number];

const CHANGES: Record<Change["change"], { word: string; tone: Tone }> = {
  added: { word: "Added", tone: "positive" },
  changed: { word: "Changed", tone: "accent" },
  moved: { word: "Moved", tone: "neutral" },
  removed: { word: "Removed", tone: "critical" },
};

const changeColumns: Column<Change>[] = [
  { key: "text", header: "Text", grow: true, cell: (row) => <ChangedText change={row} /> },
  {
    key: "change",
    header: "Change",
    cell: ({ change }) => <Badge tone={CHANGES[change].tone}>{CHANGES[change].word}</Badge>,
  },
  { key: "kind", header: "Part", cell: ({ kind }) => <KindMark kind={kind} /> },
  {
    key: "line",
    header: "Line",
    align: "end",
    cell: ({ lines }) => (lines ? <LineLink lines={lines} /> : "None"),
  },
];

function ChangedText({ change: { change, before, after } }: { change: Change }) {
  if (change === "removed") return <del dir="auto">{before}</del>;
  if (before === null || before === after) return <span dir="auto">{after}</span>;
  return (
    <>
      <del dir="auto" className="block font-normal text-muted">
        {before}
      </del>
      <ins dir="auto" className="block no-underline">
        {after}
      </ins>
    </>
  );
}

/** A line of the file, which the view of its lines opens. */
function LineLink({ lines: [line] }: { lines: readonly [number, number] }) {
  return <TextLink to={`?view=lines&line=${line}#L${line}`}>{line}</TextLink>;
}

const targetColumns: Column<Target>[] = [
  {
    key: "text",
    header: "As the plan says it",
    grow: true,
    cell: ({ text }) => <span dir="auto">{text}</span>,
  },
  { key: "target", header: "Read as", cell: (row) => <ReadAs target={row} /> },
  {
    key: "metric",
    header: "Measured by",
    cell: ({ metric }) => metric ?? <span className="text-muted">A question to you</span>,
  },
  { key: "due", header: "Due", cell: ({ due }) => <DueWords due={due} /> },
  { key: "line", header: "Line", align: "end", cell: ({ line }) => <LineLink lines={[line, line]} /> },
];

function ReadAs({ target }: { target: Target }) {
  const text = useTargetText();
  const { unit, currency, window } = target;
  const named = unit !== null && unit !== "%" && currency === null ? ` ${unit}` : "";
  return (
    <>
      {text(target)}
      {named}
      {window && <span className="text-muted">, {window}</span>}
    </>
  );
}

function DueWords({ due }: { due: unknown }) {
  const { date } = useFormat();
  return <span className="text-muted">{dueWords(due, date)}</span>;
}

const noteColumns = (header: string): Column<Note>[] => [
  { key: "message", header, grow: true, cell: ({ message }) => message },
  {
    key: "text",
    header: "Text",
    grow: true,
    cell: ({ text }) => (
      <span dir="auto" className="text-muted">
        {text}
      </span>
    ),
  },
  { key: "line", header: "Line", align: "end", cell: ({ lines }) => <LineLink lines={lines} /> },
];

const NOTES = {
  questions: { columns: noteColumns("Question"), caption: "Questions", noun: ["question", "questions"] },
  findings: { columns: noteColumns("Finding"), caption: "Findings", noun: ["finding", "findings"] },
  skipped: { columns: noteColumns("Why nothing"), caption: "Skipped lines", noun: ["passage", "passages"] },
} as const satisfies Record<string, { columns: Column<Note>[]; caption: string; noun: [string, string] }>;

const EMPTY: Record<Exclude<PreviewList["view"], "lines">, string> = {
  changes: "This file says what the plan already says.",
  targets: "No number to reach was found. Criteria such as “20+ posts” become numbers.",
  questions: "There is nothing to ask: every number says what it measures.",
  findings: "No contradiction was found.",
  skipped: "Every line became something.",
};

/** One list of the preview as a table. */
export function PreviewTable({
  list,
  query,
}: {
  list: Exclude<PreviewList, { view: "lines" }>;
  query: TableQuery;
}) {
  const rest = {
    query,
    page: { next: list.next, total: list.total },
    empty: <p className="px-4 py-8 text-center text-muted">{EMPTY[list.view]}</p>,
  };
  if (list.view === "changes")
    return (
      <DataTable
        {...rest}
        caption="Changes"
        columns={changeColumns}
        rows={list.rows}
        rowKey={({ path, change }) => `${path} ${change}`}
        noun={["change", "changes"]}
      />
    );
  if (list.view === "targets")
    return (
      <DataTable
        {...rest}
        caption="Numbers to reach"
        columns={targetColumns}
        rows={list.rows}
        rowKey={({ line, raw }) => `${line} ${raw}`}
        noun={["number", "numbers"]}
      />
    );
  const { columns, caption, noun } = NOTES[list.view];
  return (
    <DataTable
      {...rest}
      caption={caption}
      columns={columns}
      rows={list.rows}
      rowKey={({ lines, message }) => `${lines.join("-")} ${message}`}
      noun={[...noun]}
    />
  );
}
