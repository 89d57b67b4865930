import type { SecurityFact } from "#kernel/auth/security-record.ts";

/** What people do at the door and with their keys, in words; these entries belong to no operation. */
export const securityTitles: Record<SecurityFact, string> = {
  "auth.sign_in": "Sign in",
  "auth.sign_out": "Sign out",
  "auth.set_password": "Set a password",
  "auth.use_link": "Use a one-time link",
  "auth.use_recovery_code": "Use a recovery code",
  "auth.add_authenticator": "Add an authenticator app",
  "auth.remove_authenticator": "Remove the authenticator app",
  "auth.renew_recovery_codes": "Renew the recovery codes",
  "auth.add_passkey": "Add a passkey",
  "auth.remove_passkey": "Remove a passkey",
  "auth.end_sessions": "Sign out other browsers",
};
