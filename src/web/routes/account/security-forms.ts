import { z } from "zod";
import { PASSWORD_MAX, PASSWORD_MIN } from "#kernel/browser/password-rules.ts";

/** One's present password, before keys change. */
export const OwnPassword = z.object({ current: z.string().min(1).max(PASSWORD_MAX) });

/** A new password; the present one is left out by who has none. */
export const ChangePassword = z.object({
  current: z.string().max(PASSWORD_MAX).optional(),
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
});

export const OnePasskey = z.object({ passkeyId: z.uuid() });

export const PasskeyName = OnePasskey.extend({ name: z.string().trim().min(1).max(80) });

export const Code = z.object({
  code: z.string().regex(/^\s*(\d\s*){6}$/u, "Enter the six digits your app shows now"),
});

export const Nothing = z.object({});
