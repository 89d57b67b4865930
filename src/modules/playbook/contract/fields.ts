import { z } from "zod";

/** A local day in the company's zone, ISO 8601. */
export const Day = z.iso.date();

/** A local day that a caller gives: within the centuries in which work is planned, so that all arithmetic holds. */
export const GivenDay = Day.refine((day) => day >= "1900-01-01" && day < "2900-01-01", "is too far away");

/** An instant in UTC, ISO 8601. */
export const Instant = z.iso.datetime({ offset: true });

/** A person to show; null where nobody stands behind it, or the person was erased. */
export const PersonRef = z.object({ id: z.uuid(), name: z.string() }).nullable();

/** A part of the plan to name and to open. */
export const NodeRef = z.object({ id: z.uuid(), kind: z.string(), text: z.string() });

/** One page of a list: `cursor` is the `nextCursor` of the page before. */
export const paging = {
  cursor: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(200).default(50),
};

/** Text a person writes; trimmed, not empty. */
export const writtenText = (max: number) => z.string().trim().min(1).max(max);
