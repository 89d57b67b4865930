import { z } from "zod";
import { Instant, PersonRef, paging } from "./fields.ts";

const ActivityArea = z.enum(["plan", "schedule", "people", "evidence", "risks", "reviews"]);

export const ListActivity = z.object({
  /** A part of the plan, a review or an experiment. */
  aboutId: z.uuid().optional(),
  personId: z.uuid().optional(),
  /** One area of the plan's life. */
  what: ActivityArea.optional(),
  ...paging,
});
/** Newest first. `sentence` is complete and names who did it; `actor` is null where the house did. */
export const ActivityPage = z.object({
  activity: z.array(
    z.object({
      id: z.uuid(),
      at: Instant,
      event: z.string(),
      actor: PersonRef,
      sentence: z.string(),
      about: z
        .object({
          kind: z.enum(["node", "gate", "review", "experiment", "plan"]),
          id: z.uuid(),
          /** Of a node: what it is, such as deliverable. */
          nodeKind: z.string().optional(),
        })
        .nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
