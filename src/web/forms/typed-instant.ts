import type { RawValue } from "#web/forms/raw-form.ts";

/**
 * For actions: the instant (ISO 8601, UTC) of a local date and time as `DateInput withTime` sends it, by the clock of a
 * zone; a time that clocks skip is taken after the jump. Empty is null; what is no time is for the schema to judge.
 */
export function typedInstant(raw: RawValue | undefined, zone: string): unknown {
  if (raw === undefined || raw === "") return null;
  if (typeof raw !== "string") return raw;
  try {
    return Temporal.PlainDateTime.from(raw).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return raw;
  }
}
