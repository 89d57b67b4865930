import { type ComponentType, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { useHydrated } from "#web/ui/use-hydrated.ts";
import type { FormRow } from "./question-draft.ts";

const EMPTY: FormRow = { id: "", text: "" };
/** Free rows, so that more can be entered without scripts; those left empty are dropped. */
const SPARE = 2;
const LEAST = 4;

/** What each row is given: its own values, and its place. */
export interface RowProps {
  row: FormRow;
  at: number;
}

interface Props {
  rows: readonly FormRow[];
  legend: string;
  word: string;
  Row: ComponentType<RowProps>;
}

/** Rows of a list in a form, with a few to spare. */
export function RowList({ rows, legend, word, Row }: Props) {
  const [count, setCount] = useState(Math.max(rows.length + SPARE, LEAST));
  const hydrated = useHydrated();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-13 font-medium">{legend}</legend>
      <p className="mb-2 text-13 text-muted">Rows left empty are dropped.</p>
      <ol className="space-y-3">
        {Array.from({ length: count }, (_, at) => (
          <li key={at} className="rounded-control border border-line px-3 py-3">
            <Row row={rows[at] ?? EMPTY} at={at} />
          </li>
        ))}
      </ol>
      {hydrated && count < 20 && (
        <p className="mt-3">
          <Button type="button" size="small" icon="plus" onClick={() => setCount(count + 1)}>
            Add a row for one more {word}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
