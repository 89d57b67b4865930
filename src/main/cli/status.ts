import type { z } from "zod";
import type { CliCommand } from "#main/cli/command.ts";
import { withApp } from "#main/house.ts";
import type { Status } from "#modules/playbook/contract/status.ts";

type PlanStatus = z.output<typeof Status>;

const WORDS: Record<string, string> = {
  not_started: "not started",
  on_track: "on track",
  at_risk: "at risk",
  met: "met",
  missed: "missed",
  unknown: "unknown",
};

function describe(status: PlanStatus): string[] {
  const { phase, gate, deliverables, variance } = status;
  const met = gate.criteria.filter(({ state, waived }) => state === "met" || waived).length;
  return [
    `${status.plan.title}, ${status.asOf}`,
    phase ? `Phase ${phase.number}: ${phase.title}` : "No phase",
    `Gate${gate.due ? ` due ${gate.due}` : ""}: ${gate.open ? "open" : "closed"}, ${met} of ${gate.criteria.length} criteria met`,
    `Deliverables proved: ${deliverables.done} of ${deliverables.total}`,
    `Schedule: ${variance.days === null ? variance.reason : `${variance.days} days`}`,
    ...status.targets.map(
      ({ label, state, reason }) => `  ${(WORDS[state] ?? state).padEnd(11)} ${label}: ${reason}`,
    ),
  ];
}

/** `cairn status`: where the plan stands. */
export const statusCommand: CliCommand = {
  name: "status",
  usage: "[--json]",
  summary: "Says where the plan stands: phase, gate, targets, schedule, risks.",
  run: async (invocation) => {
    await withApp(invocation, async (app) => {
      const status = (await app.call("playbook.get_status", {})) as PlanStatus;
      if (invocation.options.json) return invocation.print(JSON.stringify(status));
      for (const line of describe(status)) invocation.print(line);
    });
  },
};
