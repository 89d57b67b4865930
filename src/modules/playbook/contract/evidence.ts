import { z } from "zod";
import { Day, Instant, NodeRef, paging, PersonRef, writtenText } from "./fields.ts";
import { CriterionState } from "./measure.ts";

const filter = z.record(z.string(), z.json());

/** Something that proves: a page, a file, a signed note. */
const evidenceRow = z.object({
  id: z.string(),
  label: z.string(),
  detail: z.string().optional(),
  href: z.string().optional(),
});

/**
 * One thing asked of a deliverable. `live` is false while no module can show this kind. `suggested` was proposed at
 * import and asks for nothing until confirmed; `brought` came with a piece of evidence and asks for nothing either.
 */
const Binding = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  filter,
  needed: z.number().int(),
  found: z.number().int(),
  satisfied: z.boolean(),
  live: z.boolean(),
  suggested: z.boolean(),
  brought: z.boolean(),
  rows: z.array(evidenceRow),
});

/** How a deliverable stands after a change. */
export const ProofOutcome = z.object({
  deliverableId: z.uuid(),
  proved: z.boolean(),
  reason: z.string(),
});

export const BindEvidence = z.object({
  deliverableId: z.uuid(),
  kind: z.string().max(100),
  filter: filter.default({}),
  minCount: z.number().int().min(1).max(100_000).default(1),
});
export const BoundEvidence = ProofOutcome.extend({ bindingId: z.uuid() });

export const UnbindEvidence = z.object({ bindingId: z.uuid() });

const httpLink = z.url({ protocol: /^https?$/, error: "must be an address that begins with http or https" });

/** A file that was uploaded before, a link, or a note that is signed with the name of who writes it. */
export const AddEvidence = z
  .object({
    deliverableIds: z.array(z.uuid()).min(1).max(50),
    kind: z.enum(["file", "link", "note"]),
    title: z.string().trim().max(300).optional(),
    url: httpLink.max(2000).optional(),
    fileId: z.uuid().optional(),
    body: z.string().trim().max(10_000).optional(),
  })
  .superRefine((item, context) => {
    const needed = { file: "fileId", link: "url", note: "body" } as const;
    const field = needed[item.kind];
    if (!item[field])
      context.addIssue({ code: "custom", path: [field], message: `is needed for a ${item.kind}` });
  });
export const AddedEvidence = z.object({ itemId: z.uuid(), deliverables: z.array(ProofOutcome) });

export const WithdrawEvidence = z.object({ itemId: z.uuid(), reason: writtenText(1000) });
export const WithdrawnEvidence = z.object({ itemId: z.uuid(), deliverables: z.array(ProofOutcome) });

export const EvidenceItem = z.object({
  id: z.uuid(),
  kind: z.enum(["file", "link", "note"]),
  title: z.string(),
  url: z.string().nullable(),
  file: z.object({ id: z.uuid(), name: z.string(), bytes: z.number(), mediaType: z.string() }).nullable(),
  body: z.string().nullable(),
  signedName: z.string().nullable(),
  addedAt: Instant,
  addedBy: PersonRef,
  withdrawn: z.object({ at: Instant, by: PersonRef, reason: z.string() }).nullable(),
  deliverables: z.array(NodeRef),
});

export const ListEvidence = z.object({
  kind: z.enum(["file", "link", "note"]).optional(),
  deliverableId: z.uuid().optional(),
  search: z.string().trim().max(200).optional(),
  includeWithdrawn: z.boolean().default(false),
  /** By when it was brought unless said otherwise, latest first. */
  sort: z.enum(["added", "title"]).default("added"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  ...paging,
});
export const EvidencePage = z.object({
  items: z.array(EvidenceItem),
  nextCursor: z.string().nullable(),
});

/** `filterSchema` is the JSON Schema of what may be asked. `live` false: bindings wait for a module. */
export const EvidenceKinds = z.object({
  kinds: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      live: z.boolean(),
      bindings: z.number().int(),
      filterSchema: z.json().nullable(),
    }),
  ),
});

export const SuggestEvidence = z.object({ deliverableId: z.uuid() });
export const EvidenceSuggestions = z.object({
  suggestions: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      filter,
      minCount: z.number().int(),
      live: z.boolean(),
      why: z.string(),
    }),
  ),
});

export const GetDeliverable = z.object({ deliverableId: z.uuid() });
/** `proofChanges` newest first; `dueOn` is the last day in time; `lines` are those of the source. */
export const Deliverable = z.object({
  id: z.uuid(),
  text: z.string(),
  notes: z.string().nullable(),
  within: z.array(NodeRef),
  owner: PersonRef,
  ownerHint: z.string().nullable(),
  dueOn: Day.nullable(),
  lines: z.tuple([z.number().int(), z.number().int()]),
  proved: z.boolean(),
  provedAt: Instant.nullable(),
  reopenedAt: Instant.nullable(),
  state: CriterionState,
  reason: z.string(),
  bindings: z.array(Binding),
  items: z.array(EvidenceItem),
  criteria: z.array(NodeRef),
  proofChanges: z.array(z.object({ at: Instant, proved: z.boolean(), reason: z.string() })),
});

export const ListDeliverables = z.object({
  standing: z.enum(["proved", "open", "reopened", "nothing_asked"]).optional(),
  ownerId: z.uuid().optional(),
  workPackageId: z.uuid().optional(),
  phaseId: z.uuid().optional(),
  search: z.string().trim().max(200).optional(),
  sort: z.enum(["plan", "text", "due", "owner"]).default("plan"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  ...paging,
});
/** In the order of the plan unless sorted otherwise; who has no owner and what has no day comes last. `asked` counts confirmed bindings, `suggested` those that wait to be confirmed. */
export const DeliverablePage = z.object({
  deliverables: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      workPackage: NodeRef.nullable(),
      owner: PersonRef,
      dueOn: Day.nullable(),
      proved: z.boolean(),
      provedAt: Instant.nullable(),
      reopenedAt: Instant.nullable(),
      reason: z.string(),
      asked: z.number().int(),
      suggested: z.number().int(),
      items: z.number().int(),
    }),
  ),
  counts: z.object({ total: z.number().int(), proved: z.number().int(), reopened: z.number().int() }),
  nextCursor: z.string().nullable(),
});

export const CheckEvidence = z.object({
  /** Where the pass before ended; left out to begin. */
  afterId: z.uuid().optional(),
  limit: z.number().int().min(1).max(5000).default(2000),
});
export const CheckedEvidence = z.object({
  checked: z.number().int(),
  changed: z.array(ProofOutcome),
  nextId: z.uuid().nullable(),
});
