import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { countOf } from "#web/format/plural.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Notice } from "#web/ui/notice.tsx";
import type { MergeOutlook } from "./customer-detail.ts";
import { tableWords } from "./words.ts";

interface MergePreviewProps {
  preview: { outlook: MergeOutlook } | { refusal: string };
  /** What stays of the kept one, in a sentence. */
  keeps: string;
  state: FormState | undefined;
}

/** What a merge would do, with the button that does it. */
export function MergePreview({ preview, keeps, state }: MergePreviewProps) {
  if ("refusal" in preview)
    return (
      <Notice tone="caution" title="These two cannot be merged now">
        {preview.refusal}
      </Notice>
    );
  const { kind, kept, merged, tables } = preview.outlook;
  return (
    <Card>
      <p className="text-pretty">
        <bdi className="font-medium">{merged.name}</bdi>
        {merged.detail && <span className="text-muted"> ({merged.detail})</span>} becomes part of{" "}
        <bdi className="font-medium">{kept.name}</bdi>
        {kept.detail && <span className="text-muted"> ({kept.detail})</span>}. {keeps}
      </p>
      <div className="mt-3">
        {tables.length === 0 ? (
          <p className="text-muted">There is nothing to move.</p>
        ) : (
          <KeyValue
            pairs={tables.map(({ table, moves, stays }) => ({
              label: tableWords(table),
              value: [
                moves > 0 && `${countOf(moves, "row")} ${moves === 1 ? "moves" : "move"}`,
                stays > 0 &&
                  `${countOf(stays, "row")} ${stays === 1 ? "stays" : "stay"}: the same is there already`,
              ]
                .filter(Boolean)
                .join(", "),
            }))}
          />
        )}
      </div>
      <Form state={state} intent="merge" className="mt-4">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="keptId" value={kept.id} />
        <input type="hidden" name="mergedId" value={merged.id} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Merge the two</Button>
          <LinkButton look="quiet" to="?">
            Choose another
          </LinkButton>
        </div>
        <p className="text-13 text-muted">
          It can be undone. What comes in after it stays with the kept one.
        </p>
      </Form>
    </Card>
  );
}
