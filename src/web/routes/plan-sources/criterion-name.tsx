import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Criterion } from "./criteria-query.ts";

interface CriterionNameProps {
  criterion: Criterion;
  state: FormState | undefined;
}

/** A criterion with its place, why it stands as it does, and, where a person judges it, the form to do so. */
export function CriterionName({ criterion, state }: CriterionNameProps) {
  const { text, kind, phase, workPackage, reason } = criterion;
  const place = [phase, workPackage].filter((part) => part !== null);
  return (
    <div className="max-w-measure text-start">
      <span dir="auto">{text}</span>
      {kind === "kpi" && (
        <span className="ms-2 align-middle">
          <Badge>KPI</Badge>
        </span>
      )}
      <p className="text-13 font-normal text-muted">{reason}</p>
      {place.length > 0 && (
        <p dir="auto" className="text-12 font-normal text-muted">
          {place.join(" · ")}
        </p>
      )}
      {criterion.decidedBy === "person" && <Judgement criterion={criterion} state={state} />}
    </div>
  );
}

function Judgement({ criterion: { nodeId, confirmation }, state }: CriterionNameProps) {
  const mayEdit = usePermission("playbook:edit");
  if (confirmation)
    return (
      <div className="mt-1 text-13 font-normal">
        <p>
          Confirmed by <span dir="auto">{confirmation.by ?? "Cairn"}</span>, <Moment at={confirmation.at} />:{" "}
          <span dir="auto">{confirmation.note}</span>
        </p>
        {mayEdit && (
          <Form state={state} intent={`withdraw-${nodeId}`} className="mt-1">
            <input type="hidden" name="nodeId" value={nodeId} />
            <Button look="quiet" size="small">
              Take the confirmation back
            </Button>
          </Form>
        )}
      </div>
    );
  if (!mayEdit) return null;
  const intent = `confirm-${nodeId}`;
  return (
    <div className="font-normal">
      <Disclosure summary="Confirm that it is met" open={state?.intent === intent}>
        <Form state={state} intent={intent} className="space-y-3">
          <input type="hidden" name="nodeId" value={nodeId} />
          <TextArea name="note" label="What shows that it is met" rows={2} required />
          <Button look="secondary">Confirm criterion</Button>
        </Form>
      </Disclosure>
    </div>
  );
}
