import { playbookNotices } from "#modules/playbook/notices.ts";
import { tellOfAssignments } from "#modules/playbook/subscribers/tell-of-assignments.ts";
import { tellOfGates } from "#modules/playbook/subscribers/tell-of-gates.ts";
import { tellOfMentions } from "#modules/playbook/subscribers/tell-of-mentions.ts";
import { sendSignedReview, tellOfDraft } from "#modules/playbook/subscribers/tell-of-reviews.ts";
import { tellOfTrouble } from "#modules/playbook/subscribers/tell-of-trouble.ts";

/** Whom the plan tells of what. */
export const noticesPart = {
  subscribers: [tellOfMentions, tellOfAssignments, tellOfTrouble, tellOfGates, tellOfDraft, sendSignedReview],
  notices: playbookNotices,
} as const;
