import type { z } from "zod";
import type { Gate as GateShape } from "#modules/playbook/contract/gates.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { Day, Moment } from "#web/ui/time.tsx";

type Gate = z.output<typeof GateShape>;
type Criterion = Gate["criteria"][number];

interface GateCardProps {
  gate: Gate;
  /** True for the gate the company stands before. */
  isCurrent: boolean;
  state: FormState | undefined;
}

/** One gate: how far it is, its criteria with waivers, and the decision. */
export function GateCard({ gate, isCurrent, state }: GateCardProps) {
  const mayDecide = usePermission("playbook:decide");
  const { met, openedAt } = gate;
  return (
    <Section
      title={
        gate.opensPhase ? `From “${gate.phase}” to “${gate.opensPhase}”` : `${gate.phase}: end of the plan`
      }
    >
      <Card>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 pb-3">
          <Standing gate={gate} />
          <span className="text-muted">
            Due <Day on={gate.dueOn} relative={openedAt === null} />
          </span>
          <div className="min-w-40 flex-1">
            <ProgressBar label="Criteria met" value={met.done} of={met.total} withFigures />
          </div>
        </div>
        <ul className="divide-y divide-line border-t border-line">
          {gate.criteria.map((criterion) => (
            <CriterionRow
              key={criterion.nodeId}
              gate={gate}
              criterion={criterion}
              mayDecide={mayDecide && openedAt === null}
              state={state}
            />
          ))}
        </ul>
        {mayDecide && isCurrent && <Decide gate={gate} state={state} />}
        <Decisions gate={gate} />
      </Card>
    </Section>
  );
}

function Standing({ gate }: { gate: Gate }) {
  const { instant } = useFormat();
  if (gate.openedAt)
    return (
      <State kind="met" reason={instant(gate.openedAt)}>
        Open
      </State>
    );
  return gate.ready ? <State kind="on_track">Ready to open</State> : <State kind="closed" />;
}

interface RowProps {
  gate: Gate;
  criterion: Criterion;
  mayDecide: boolean;
  state: FormState | undefined;
}

function CriterionRow({ gate, criterion, mayDecide, state }: RowProps) {
  const { waiver } = criterion;
  return (
    <li className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[132px_1fr]">
      <State kind={criterion.state !== "met" && waiver?.valid ? "waived" : criterion.state} />
      <div>
        <NameLink to={`/console/plan/scorecard/${criterion.nodeId}`}>{criterion.text}</NameLink>
        <p className="text-13 text-muted">{criterion.reason}</p>
        {waiver && <WaiverNote waiver={waiver} mayDecide={mayDecide} state={state} />}
        {mayDecide && criterion.state !== "met" && !waiver?.valid && (
          <WaiveForm gateId={gate.gateId} nodeId={criterion.nodeId} state={state} />
        )}
      </div>
    </li>
  );
}

function WaiverNote({
  waiver,
  mayDecide,
  state,
}: {
  waiver: NonNullable<Criterion["waiver"]>;
  mayDecide: boolean;
  state: FormState | undefined;
}) {
  return (
    <div className="mt-1 text-13">
      <p>
        {waiver.valid ? "Waived" : "The waiver ran out"} by {waiver.authorName ?? "Cairn"} until{" "}
        <Day on={waiver.expiresOn} />: {waiver.reason}
      </p>
      {mayDecide && waiver.valid && (
        <Form state={state} intent={`revoke-${waiver.waiverId}`} className="mt-1">
          <input type="hidden" name="waiverId" value={waiver.waiverId} />
          <Button look="quiet" size="small">
            Take the waiver back
          </Button>
        </Form>
      )}
    </div>
  );
}

function WaiveForm({
  gateId,
  nodeId,
  state,
}: {
  gateId: string;
  nodeId: string;
  state: FormState | undefined;
}) {
  const { today } = useFormat();
  const intent = `waive-${nodeId}`;
  return (
    <Disclosure summary="Waive this criterion" open={state?.intent === intent}>
      <Form state={state} intent={intent}>
        <input type="hidden" name="gateId" value={gateId} />
        <input type="hidden" name="nodeId" value={nodeId} />
        <TextArea name="reason" label="Why the gate may open without it" rows={2} required />
        <DateInput name="expiresOn" label="Last day the waiver counts" min={today} required />
        <Button look="secondary">Waive criterion</Button>
      </Form>
    </Disclosure>
  );
}

function Decide({ gate, state }: { gate: Gate; state: FormState | undefined }) {
  const intent = `open-${gate.gateId}`;
  return (
    <div className="border-t border-line pt-4">
      <Form state={state} intent={intent}>
        <input type="hidden" name="gateId" value={gate.gateId} />
        <TextArea name="note" label="Note to the decision" optional rows={2} />
        <Button look={gate.ready ? "primary" : "secondary"}>Open the gate</Button>
      </Form>
      {!gate.ready && (
        <p className="mt-2 text-13 text-muted">
          It is measured again when you ask, and stays closed while a criterion is not met.
        </p>
      )}
    </div>
  );
}

function Decisions({ gate }: { gate: Gate }) {
  if (gate.decisions.length === 0) return null;
  return (
    <ul className="mt-4 border-t border-line pt-3 text-13 text-muted">
      {gate.decisions.map((decision) => (
        <li key={decision.decidedAt}>
          Opened by {decision.decidedByName ?? "Cairn"}, <Moment at={decision.decidedAt} />
          {decision.note && <>: {decision.note}</>}
        </li>
      ))}
    </ul>
  );
}
