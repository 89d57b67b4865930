import { createAccount } from "#modules/people/commands/accounts/create-account.ts";
import { setSeats } from "#modules/people/commands/accounts/set-seats.ts";
import { updateAccount } from "#modules/people/commands/accounts/update-account.ts";
import { publishConsentText } from "#modules/people/commands/consents/publish-consent-text.ts";
import { setConsent } from "#modules/people/commands/consents/set-consent.ts";
import { decideErasure } from "#modules/people/commands/erasure/decide-erasure.ts";
import { eraseCustomerPerson } from "#modules/people/commands/erasure/erase-customer-person.ts";
import { checkImport } from "#modules/people/commands/imports/check-import.ts";
import { discardImport } from "#modules/people/commands/imports/discard-import.ts";
import { importChunk } from "#modules/people/commands/imports/import-chunk.ts";
import { startImport } from "#modules/people/commands/imports/start-import.ts";
import { changeAccountMember } from "#modules/people/commands/members/change-account-member.ts";
import { inviteAccountMember } from "#modules/people/commands/members/invite-account-member.ts";
import { removeAccountMember } from "#modules/people/commands/members/remove-account-member.ts";
import { revokeAccountInvitation } from "#modules/people/commands/members/revoke-account-invitation.ts";
import { sendInvitation } from "#modules/people/commands/members/send-invitation.ts";
import { mergeCustomers } from "#modules/people/commands/merges/merge-customers.ts";
import { undoMerge } from "#modules/people/commands/merges/undo-merge.ts";
import { getAccountDetail } from "#modules/people/queries/accounts/get-account-detail.ts";
import { listAccountCards } from "#modules/people/queries/accounts/list-account-cards.ts";
import { listAccountEvents } from "#modules/people/queries/accounts/list-account-events.ts";
import { listAccounts } from "#modules/people/queries/accounts/list-accounts.ts";
import { listConsentTexts } from "#modules/people/queries/consents/list-consent-texts.ts";
import { listErasureRequests } from "#modules/people/queries/erasure/list-erasure-requests.ts";
import { getImport } from "#modules/people/queries/imports/get-import.ts";
import { listImports } from "#modules/people/queries/imports/list-imports.ts";
import { listAccountMembers } from "#modules/people/queries/members/list-account-members.ts";
import { listMerges } from "#modules/people/queries/merges/list-merges.ts";
import { previewMerge } from "#modules/people/queries/merges/preview-merge.ts";
import { getCustomerPerson } from "#modules/people/queries/persons/get-customer-person.ts";

/** What the company's own people do with customers. */
export const customerOperations = [
  listAccounts,
  getAccountDetail,
  createAccount,
  updateAccount,
  setSeats,
  listAccountCards,
  listAccountEvents,
  listAccountMembers,
  inviteAccountMember,
  changeAccountMember,
  removeAccountMember,
  sendInvitation,
  revokeAccountInvitation,
  getCustomerPerson,
  setConsent,
  listConsentTexts,
  publishConsentText,
  listErasureRequests,
  decideErasure,
  eraseCustomerPerson,
  previewMerge,
  mergeCustomers,
  undoMerge,
  listMerges,
  checkImport,
  startImport,
  importChunk,
  discardImport,
  getImport,
  listImports,
] as const;
