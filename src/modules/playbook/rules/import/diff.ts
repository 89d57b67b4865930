export interface PlanChange {
  kind: string;
}
export interface PlanDiff {
  changes: PlanChange[];
}
export function diffPlans(): PlanDiff {
  return { changes: [] };
}
