import type { z } from "zod";
import type { PlanSummary } from "#modules/playbook/contract/plan.ts";
import type { Call } from "#web/context.ts";
import { LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** The plan in force with its phases; null before the first import, when a page shows `NoPlan`. */
export async function findPlan(call: Call): Promise<z.output<typeof PlanSummary> | null> {
  const plan = await call<z.output<typeof PlanSummary>>("playbook.find_plan", {});
  return plan.hasPlan ? plan : null;
}

/** What a page of the plan shows before there is one. */
export function NoPlan() {
  return (
    <Card>
      <EmptyState
        icon="map"
        title="There is no plan yet"
        text="Import one in Markdown. You see what each line becomes before anything changes."
        action={
          <LinkButton to="/console/plan/import" look="primary" icon="import">
            Import a plan
          </LinkButton>
        }
      />
    </Card>
  );
}
