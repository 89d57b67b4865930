/** The instant of a local time in a zone ("2027-03-28T02:30"); what is no time stays as it is, for the schema to refuse. */
export function toInstant(local: string, zone: string): string {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return local;
  }
}
