import { describeSecurity, endOtherSessions } from "#kernel/auth/account-keys.ts";
import * as authenticator from "#kernel/auth/authenticator.ts";
import type { AuthDoor } from "#kernel/auth/door.ts";
import { openSignInLink, requestResetLink, requestSignInLink } from "#kernel/auth/mailed-links.ts";
import { changePassword } from "#kernel/auth/own-password.ts";
import { removePasskey, renamePasskey } from "#kernel/auth/passkeys.ts";
import { awaitsSecondStep, enterCode, enterRecoveryCode } from "#kernel/auth/second-step.ts";
import { signIn, signOut } from "#kernel/auth/sign-in.ts";
import { describeLink, useLink } from "#kernel/auth/use-link.ts";
import type { Visit } from "#kernel/auth/visit.ts";

/** The door of one request. */
export const openDoor = (visit: Visit): AuthDoor => ({
  signIn: (entry) => signIn(visit, entry),
  awaitsSecondStep: () => awaitsSecondStep(visit),
  enterCode: (code) => enterCode(visit, code),
  enterRecoveryCode: (code) => enterRecoveryCode(visit, code),
  mailSignInLink: (email) => requestSignInLink(visit, email),
  openSignInLink: (token) => openSignInLink(visit, token),
  mailResetLink: (email) => requestResetLink(visit, email),
  readLink: (token) => describeLink(visit, token),
  useLink: (entry) => useLink(visit, entry),
  signOut: () => signOut(visit),
  security: () => describeSecurity(visit),
  changePassword: (entry) => changePassword(visit, entry),
  startAuthenticator: (password) => authenticator.startAuthenticator(visit, password),
  confirmAuthenticator: (code) => authenticator.confirmAuthenticator(visit, code),
  removeAuthenticator: (password) => authenticator.removeAuthenticator(visit, password),
  renewRecoveryCodes: (password) => authenticator.renewRecoveryCodes(visit, password),
  renamePasskey: (passkey) => renamePasskey(visit, passkey),
  removePasskey: (passkeyId) => removePasskey(visit, passkeyId),
  endOtherSessions: () => endOtherSessions(visit),
});
