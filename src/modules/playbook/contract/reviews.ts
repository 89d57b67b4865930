import { z } from "zod";
import { Day, Instant, PersonRef, paging } from "./fields.ts";
import { Action } from "./work.ts";

const ReviewItem = z.object({
  text: z.string(),
  about: z.object({
    kind: z.enum(["plan", "work_package", "deliverable", "target", "gate", "risk", "experiment", "question"]),
    id: z.string().nullable(),
  }),
  tone: z.enum(["good", "bad", "neutral"]),
});

/** Plan against actual, what slipped, forecasts, risks that moved, decisions needed: always in this order. */
const ReviewSection = z.object({
  key: z.enum(["plan_against_actual", "slipped", "forecasts", "risks", "decisions"]),
  title: z.string(),
  items: z.array(ReviewItem),
});

export const DraftReview = z.object({
  /** True for the job: draft only when it is due and there is none; never redraft. */
  onlyWhenDue: z.boolean().default(false),
});
/** `reviewId` is null when none is due. */
export const DraftedReview = z.object({ reviewId: z.uuid().nullable(), drafted: z.boolean() });

export const GetReview = z.object({ reviewId: z.uuid() });
/**
 * `week` is the ISO week looked back on, such as 2027-W01, `covers` its days (the end is the Monday after).
 * `intact` says whether what was signed is still what its digest says.
 */
export const Review = z.object({
  id: z.uuid(),
  week: z.string(),
  covers: z.object({ start: Day, end: Day }),
  asOf: Day,
  headline: z.string(),
  sections: z.array(ReviewSection),
  summary: z.string(),
  draftedAt: Instant,
  signed: z
    .object({ at: Instant, by: PersonRef, name: z.string(), sha256: z.string(), intact: z.boolean() })
    .nullable(),
  actions: z.array(Action),
  comments: z.number().int(),
});

export const ListReviews = z.object({ ...paging });
/** Newest week first. */
export const ReviewPage = z.object({
  reviews: z.array(
    z.object({
      id: z.uuid(),
      week: z.string(),
      covers: z.object({ start: Day, end: Day }),
      headline: z.string(),
      draftedAt: Instant,
      signedAt: Instant.nullable(),
      signedName: z.string().nullable(),
      openActions: z.number().int(),
      comments: z.number().int(),
    }),
  ),
  nextCursor: z.string().nullable(),
  /** When the next one is drafted by itself. */
  nextDraftAt: Instant,
});

export const EditReviewSummary = z.object({ reviewId: z.uuid(), summary: z.string().trim().max(20_000) });
export const EditedReview = z.object({ reviewId: z.uuid(), summary: z.string() });
export const SignReview = z.object({ reviewId: z.uuid() });
export const SignedReview = z.object({
  reviewId: z.uuid(),
  signedAt: Instant,
  signedName: z.string(),
  sha256: z.string(),
});
