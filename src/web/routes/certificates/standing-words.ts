import type { CertificateStanding } from "#modules/academy/contract/certificates.ts";
import type { IconName } from "#web/ui/icons.ts";
import type { Tone } from "#web/ui/tone.ts";

interface StandingLook {
  tone: Tone;
  icon: IconName;
  word: string;
  /** A sentence for strangers; `{since}` is filled in. */
  says: string;
}

/** How each standing looks and what it means. */
export const STANDING: Record<CertificateStanding, StandingLook> = {
  valid: {
    tone: "positive",
    icon: "badge-check",
    word: "Valid",
    says: "This certificate counts. It stands so since {since}.",
  },
  expired: {
    tone: "caution",
    icon: "calendar-clock",
    word: "Expired",
    says: "This certificate was valid until {since}. It does not count any more.",
  },
  suspended: {
    tone: "caution",
    icon: "pause",
    word: "Suspended",
    says: "Since {since} this certificate does not count for the time being. It may count again.",
  },
  revoked: {
    tone: "critical",
    icon: "circle-x",
    word: "Revoked",
    says: "This certificate was taken back on {since} and does not count any more.",
  },
  superseded: {
    tone: "neutral",
    icon: "history",
    word: "Replaced",
    says: "A corrected certificate took the place of this one on {since}.",
  },
};
