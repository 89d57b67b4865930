import type { z } from "zod";
import { type Gate as GateShape, WaiveCriterion } from "#modules/playbook/contract/gates.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/gates.ts";
import { OpenGate, RevokeWaiver } from "./gate-inputs.ts";
import { GateCard } from "./gate-card.tsx";

type Gate = z.output<typeof GateShape>;

export const handle = {
  crumb: "Gates",
  notices: {
    opened: "The gate is open. The next phase has begun.",
    waived: "The criterion is waived until the day you set.",
    revoked: "The waiver is taken back.",
  },
};
export const meta: Route.MetaFunction = () => [{ title: "Gates" }];

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<{ asOf: string; gates: Gate[] }>("playbook.list_gates", {});
}

export async function action(args: Route.ActionArgs) {
  const intent = String((await args.request.clone().formData()).get("intent") ?? "");
  if (intent.startsWith("waive"))
    return submit(args, "playbook.waive_criterion", {
      schema: WaiveCriterion,
      onSuccess: () => done("/console/plan/gates", "waived"),
    });
  if (intent.startsWith("revoke"))
    return submit(args, "playbook.revoke_waiver", {
      schema: RevokeWaiver,
      onSuccess: () => done("/console/plan/gates", "revoked"),
    });
  return submit(args, "playbook.open_gate", {
    schema: OpenGate,
    onSuccess: () => done("/console/plan/gates", "opened"),
  });
}

export default function Gates({ loaderData, actionData }: Route.ComponentProps) {
  const { gates } = loaderData;
  const current = gates.find(({ openedAt }) => openedAt === null)?.gateId;
  return (
    <>
      <PageHeader
        title="Gates"
        lead="A phase ends at its gate. It opens when every criterion is met, or waived with a reason and a last day."
      />
      {gates.length === 0 && (
        <EmptyState
          icon="flag"
          title="The plan has no gates"
          text="Gates come with phases. This plan has none."
        />
      )}
      {gates.map((gate) => (
        <GateCard key={gate.gateId} gate={gate} isCurrent={gate.gateId === current} state={actionData} />
      ))}
    </>
  );
}
