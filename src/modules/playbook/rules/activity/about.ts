import type { About, Happening } from "./types.ts";

const FIELDS: readonly [string, NonNullable<About>["kind"]][] = [
  ["deliverableId", "node"],
  ["riskId", "node"],
  ["workPackageId", "node"],
  ["experimentId", "experiment"],
  ["reviewId", "review"],
  ["gateId", "gate"],
  ["nodeId", "node"],
  ["toId", "node"],
  ["planId", "plan"],
];

/** What a fact is about: the most particular thing it names. */
export function aboutOf({ payload }: Pick<Happening, "payload">): About {
  const { subjectKind, subjectId, deliverableIds } = payload;
  if (
    typeof subjectId === "string" &&
    (subjectKind === "node" || subjectKind === "review" || subjectKind === "experiment")
  )
    return { kind: subjectKind, id: subjectId };
  if (Array.isArray(deliverableIds) && typeof deliverableIds[0] === "string")
    return { kind: "node", id: deliverableIds[0] };
  for (const [field, kind] of FIELDS) {
    const id = payload[field];
    if (typeof id === "string") return { kind, id };
  }
  return null;
}
