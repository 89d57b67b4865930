/** Which facts belong to which area of the plan's life. */
export const ACTIVITY_AREAS = {
  plan: [
    "playbook.plan_imported",
    "playbook.value_reported",
    "playbook.criterion_changed",
    "playbook.gate_opened",
    "playbook.criterion_waived",
  ],
  schedule: [
    "playbook.work_package_moved",
    "playbook.work_package_changed",
    "playbook.dependency_added",
    "playbook.dependency_removed",
    "playbook.working_calendar_set",
    "playbook.baseline_taken",
    "playbook.due_changed",
  ],
  people: [
    "playbook.node_assigned",
    "playbook.action_assigned",
    "playbook.action_completed",
    "playbook.checked_in",
    "playbook.comment_added",
  ],
  evidence: [
    "playbook.deliverable_proved",
    "playbook.deliverable_reopened",
    "playbook.evidence_added",
    "playbook.evidence_withdrawn",
    "playbook.evidence_bound",
    "playbook.evidence_unbound",
  ],
  risks: ["playbook.risk_raised", "playbook.risk_changed"],
  reviews: [
    "playbook.review_drafted",
    "playbook.review_signed",
    "playbook.experiment_created",
    "playbook.experiment_measured",
    "playbook.experiment_decided",
  ],
} as const satisfies Record<string, readonly string[]>;
