import { type Config, publicUrl } from "#kernel/config.ts";
import type { Sealer } from "#kernel/sealer.ts";

const PURPOSE = "academy.stop_reminders";

/** The address by which a student wants no more mails about one course; nobody can make it up. */
export const stopUrl = (house: { config: Config; sealer: Sealer }, enrollmentId: string): string =>
  `${publicUrl(house.config)}/reminders/stop/${house.sealer.seal(PURPOSE, enrollmentId)}`;

/** Whose address it is; undefined for one that is not ours. */
export function readStopToken(sealer: Sealer, token: string): string | undefined {
  try {
    return sealer.open(PURPOSE, token);
  } catch {
    return undefined;
  }
}
