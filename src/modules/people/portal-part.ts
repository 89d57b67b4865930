import { addMyEmail } from "#modules/people/commands/emails/add-my-email.ts";
import { makeMyEmailPrimary } from "#modules/people/commands/emails/make-my-email-primary.ts";
import { removeMyEmail } from "#modules/people/commands/emails/remove-my-email.ts";
import { verifyMyEmail } from "#modules/people/commands/emails/verify-my-email.ts";
import { acceptInvitation } from "#modules/people/commands/members/accept-invitation.ts";
import { changeMyMember } from "#modules/people/commands/portal/change-my-member.ts";
import { inviteMyMember } from "#modules/people/commands/portal/invite-my-member.ts";
import { leaveMyAccount } from "#modules/people/commands/portal/leave-my-account.ts";
import { removeMyMember } from "#modules/people/commands/portal/remove-my-member.ts";
import { requestMyErasure } from "#modules/people/commands/portal/request-my-erasure.ts";
import { resendMyInvitation } from "#modules/people/commands/portal/resend-my-invitation.ts";
import { revokeMyInvitation } from "#modules/people/commands/portal/revoke-my-invitation.ts";
import { setMyConsent } from "#modules/people/commands/portal/set-my-consent.ts";
import { updateMyAccount } from "#modules/people/commands/portal/update-my-account.ts";
import { withdrawMyErasure } from "#modules/people/commands/portal/withdraw-my-erasure.ts";
import { readInvitation } from "#modules/people/queries/members/read-invitation.ts";
import { getMyAccount } from "#modules/people/queries/portal/get-my-account.ts";
import { getMyAccounts } from "#modules/people/queries/portal/get-my-accounts.ts";
import { listMyConsents } from "#modules/people/queries/portal/list-my-consents.ts";
import { listMyEmails } from "#modules/people/queries/portal/list-my-emails.ts";
import { listMyErasureRequests } from "#modules/people/queries/portal/list-my-erasure-requests.ts";
import { listMyMembers } from "#modules/people/queries/portal/list-my-members.ts";

/** What customers do with their own accounts and data. */
export const portalOperations = [
  getMyAccounts,
  getMyAccount,
  updateMyAccount,
  listMyMembers,
  inviteMyMember,
  resendMyInvitation,
  revokeMyInvitation,
  changeMyMember,
  removeMyMember,
  leaveMyAccount,
  readInvitation,
  acceptInvitation,
  listMyEmails,
  addMyEmail,
  verifyMyEmail,
  removeMyEmail,
  makeMyEmailPrimary,
  listMyConsents,
  setMyConsent,
  listMyErasureRequests,
  requestMyErasure,
  withdrawMyErasure,
] as const;
