import { addEvidence } from "#modules/playbook/commands/add-evidence.ts";
import { bindEvidence } from "#modules/playbook/commands/bind-evidence.ts";
import { checkEvidence } from "#modules/playbook/commands/check-evidence.ts";
import { unbindEvidence } from "#modules/playbook/commands/unbind-evidence.ts";
import { withdrawEvidence } from "#modules/playbook/commands/withdraw-evidence.ts";
import {
  DeliverableProved,
  DeliverableReopened,
  EvidenceAdded,
  EvidenceBound,
  EvidenceUnbound,
  EvidenceWithdrawn,
} from "#modules/playbook/events/evidence.ts";
import { fileEvidence, linkEvidence, noteEvidence } from "#modules/playbook/evidence.ts";
import { checkEvidenceNightly } from "#modules/playbook/jobs/check-evidence.ts";
import { evidenceData } from "#modules/playbook/personal-data/evidence.ts";
import { getDeliverable } from "#modules/playbook/queries/get-deliverable.ts";
import { listDeliverables } from "#modules/playbook/queries/list-deliverables.ts";
import { listEvidence } from "#modules/playbook/queries/list-evidence.ts";
import { listEvidenceKinds } from "#modules/playbook/queries/list-evidence-kinds.ts";
import { suggestEvidence } from "#modules/playbook/queries/suggest-evidence.ts";
import { judgeChangedEvidence } from "#modules/playbook/subscribers/judge-changed-evidence.ts";

/** What proves a deliverable: bindings, evidence that people bring, and the judging of both. */
export const evidencePart = {
  operations: [
    bindEvidence,
    unbindEvidence,
    addEvidence,
    withdrawEvidence,
    checkEvidence,
    getDeliverable,
    listDeliverables,
    listEvidence,
    listEvidenceKinds,
    suggestEvidence,
  ],
  events: [
    DeliverableProved,
    DeliverableReopened,
    EvidenceAdded,
    EvidenceWithdrawn,
    EvidenceBound,
    EvidenceUnbound,
  ],
  subscribers: [judgeChangedEvidence],
  jobs: [checkEvidenceNightly],
  evidence: [fileEvidence, linkEvidence, noteEvidence],
  personalData: [evidenceData],
} as const;
