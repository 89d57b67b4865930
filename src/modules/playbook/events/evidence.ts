import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const proof = z.object({ deliverableId: z.uuid(), planId: z.uuid(), text: z.string(), reason: z.string() });

/** A deliverable has all the evidence that was asked for. */
export const DeliverableProved = defineEvent({
  name: "playbook.deliverable_proved",
  version: 1,
  title: "Deliverable proved",
  payload: proof,
});

/** Evidence disappeared and the deliverable counts as open again; `reason` names what disappeared. */
export const DeliverableReopened = defineEvent({
  name: "playbook.deliverable_reopened",
  version: 1,
  title: "Deliverable reopened",
  payload: proof,
});

/** A person brought a file, a link or a signed note. */
export const EvidenceAdded = defineEvent({
  name: "playbook.evidence_added",
  version: 1,
  title: "Evidence added",
  payload: z.object({
    itemId: z.uuid(),
    planId: z.uuid(),
    kind: z.string(),
    title: z.string(),
    deliverableIds: z.array(z.uuid()),
  }),
});

/** A piece of evidence was taken back and proves nothing any more. */
export const EvidenceWithdrawn = defineEvent({
  name: "playbook.evidence_withdrawn",
  version: 1,
  title: "Evidence withdrawn",
  payload: z.object({ itemId: z.uuid(), planId: z.uuid(), title: z.string(), reason: z.string() }),
});

/** Something is asked for before a deliverable counts as proved. */
export const EvidenceBound = defineEvent({
  name: "playbook.evidence_bound",
  version: 1,
  title: "Evidence asked for",
  payload: z.object({ bindingId: z.uuid(), deliverableId: z.uuid(), kind: z.string(), minCount: z.number() }),
});

/** Something is no longer asked for. */
export const EvidenceUnbound = defineEvent({
  name: "playbook.evidence_unbound",
  version: 1,
  title: "Evidence no longer asked for",
  payload: z.object({ bindingId: z.uuid(), deliverableId: z.uuid(), kind: z.string() }),
});
