import type { z } from "zod";
import type { AccountCards, AccountDetail, AccountTimeline } from "#modules/people/contract/lists.ts";
import type { MembersOfAccount } from "#modules/people/contract/members.ts";
import type { MergeEntry, MergePreview } from "#modules/people/contract/merges.ts";

export type CustomerDetail = z.output<typeof AccountDetail>;
export type CustomerCards = z.output<typeof AccountCards>;
export type CustomerTimeline = z.output<typeof AccountTimeline>;
export type CustomerMembers = z.output<typeof MembersOfAccount>;
export type Merge = z.output<typeof MergeEntry>;
export type MergeOutlook = z.output<typeof MergePreview>;
