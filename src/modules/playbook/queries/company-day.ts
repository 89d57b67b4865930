import { localDate } from "#kernel/clock.ts";

/** The company's zone, and which day it is there now. */
export async function companyDay(context: {
  company(): Promise<{ zone: string }>;
  now: Temporal.Instant;
}): Promise<{ zone: string; today: string }> {
  const { zone } = await context.company();
  return { zone, today: localDate(context.now, zone).toString() };
}
