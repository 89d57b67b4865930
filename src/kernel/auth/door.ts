import type { LinkKind } from "#kernel/auth/links.ts";

/** Where a step of signing in led, and the `set-cookie` values the page's answer must carry. */
export interface SignInStep {
  step: "signed_in" | "second_step";
  cookies: string[];
}

/** A new authenticator app, before its first code proves that it works. */
export interface NewAuthenticator {
  /** `otpauth://` address, for a QR code. */
  uri: string;
  /** The same secret in base 32, to type. */
  secret: string;
  /** The QR code as a `data:` address of an SVG picture. */
  qr: string;
  /** Ten codes that work once each, shown now and never again. */
  recoveryCodes: string[];
}

/** What guards a person's sign-in. */
export interface SecurityState {
  hasPassword: boolean;
  hasAuthenticator: boolean;
  recoveryCodesLeft: number;
  passkeys: { passkeyId: string; name: string; createdAt: string | null }[];
  /** The session of this browser, to mark it in the list of sessions. */
  sessionId: string;
}

/** What a page needs to know of a one-time link before it is used. */
export interface LinkFacts {
  kind: LinkKind;
  /** Of the person it lets in; null for the first owner. */
  name: string | null;
  email: string | null;
  role: string | null;
  /** Instant, ISO 8601. */
  expiresAt: string;
}

/** What a person enters to use a one-time link; name and address only for the first owner. */
export interface LinkEntry {
  token: string;
  password: string;
  name?: string;
  email?: string;
}

/**
 * Sign-in as pages use it, bound to one request. Answers never tell whether an address is known.
 * Errors everywhere: `auth.too_many_attempts` (rate_limited); at what needs a session: `access.sign_in`.
 */
export interface AuthDoor {
  /** Errors: `auth.credentials_wrong` for an unknown address, a wrong password and a disabled person alike. */
  signIn(entry: { email: string; password: string; remember: boolean }): Promise<SignInStep>;
  /** Is a second step waiting in this browser? */
  awaitsSecondStep(): boolean;
  /** Errors: `auth.code_wrong`; `auth.code_used`, `auth.second_step_over`: start again. */
  enterCode(code: string): Promise<SignInStep>;
  /** Errors: `auth.recovery_code_wrong`, `auth.second_step_over`. */
  enterRecoveryCode(code: string): Promise<SignInStep>;
  /** Mails a link that signs in, if the address is known; answers at once in every case. */
  mailSignInLink(email: string): Promise<void>;
  /** Errors: `auth.link_over`. */
  openSignInLink(token: string): Promise<SignInStep>;
  /** Mails a link that sets a new password, if the address is known; answers at once in every case. */
  mailResetLink(email: string): Promise<void>;
  /** Reads an owner's, invitation or reset link without using it. Errors: `auth.link_over`. */
  readLink(token: string): Promise<LinkFacts>;
  /** Uses the link: sets the password and signs in. Errors: `auth.link_over`, `auth.password_weak`, `auth.email_taken`. */
  useLink(entry: LinkEntry): Promise<SignInStep>;
  /** Ends this session; the cookies to send. */
  signOut(): Promise<string[]>;

  security(): Promise<SecurityState>;
  /** Sets a new password and ends all other sessions. Errors: `auth.password_wrong`, `auth.password_weak`, `auth.sign_in_again`. */
  changePassword(entry: { current?: string; password: string }): Promise<void>;
  /** Errors: `auth.password_wrong`, `auth.authenticator_there`, `auth.password_missing`. */
  startAuthenticator(password: string): Promise<NewAuthenticator>;
  /** Proves the new app by a code; the cookies of the renewed session. Errors: `auth.code_wrong`. */
  confirmAuthenticator(code: string): Promise<string[]>;
  /** The cookies of the renewed session. Errors: `auth.password_wrong`. */
  removeAuthenticator(password: string): Promise<string[]>;
  /** Ten new recovery codes; the earlier ones end. Errors: `auth.password_wrong`. */
  renewRecoveryCodes(password: string): Promise<string[]>;
  /** Errors: `auth.passkey_unknown`. */
  renamePasskey(passkey: { passkeyId: string; name: string }): Promise<void>;
  /** Errors: `auth.passkey_unknown`. */
  removePasskey(passkeyId: string): Promise<void>;
  /** Ends all sessions but this one; how many. */
  endOtherSessions(): Promise<number>;
}
