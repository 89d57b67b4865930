import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { Button } from "#web/ui/button.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Merge } from "./customer-detail.ts";

interface MergeListProps {
  merges: readonly Merge[];
  state: FormState | undefined;
}

/** Merges that were made, each with the button that undoes it or the reason why there is none. */
export function MergeList({ merges, state }: MergeListProps) {
  if (merges.length === 0) return <p className="text-muted">Nothing was merged here.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {merges.map((merge) => (
        <li key={merge.mergeId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <p className="[overflow-wrap:anywhere]">
              <bdi className="font-medium">{merge.mergedName}</bdi> into{" "}
              <bdi className="font-medium">{merge.keptName}</bdi>
            </p>
            <p className="text-13 text-muted">
              <Moment at={merge.mergedAt} />
              {merge.mergedBy && (
                <>
                  {", "}
                  <span dir="auto">{merge.mergedBy}</span>
                </>
              )}
            </p>
          </div>
          {merge.standsBecause === null ? (
            <Form state={state} intent={`undo-${merge.mergeId}`}>
              <input type="hidden" name="mergeId" value={merge.mergeId} />
              <Button size="small">Undo</Button>
            </Form>
          ) : (
            <span className="text-13 text-muted">{merge.standsBecause}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
