/** Days of an ISO week such as 2027-W01: from its Monday to the Monday after. */
export function weekDays(week: string): { start: string; end: string } {
  const [year = "", number = ""] = week.split("-W");
  // The fourth of January always lies in the first week.
  const fourth = Temporal.PlainDate.from(`${year}-01-04`);
  const start = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(number) - 1 });
  return { start: start.toString(), end: start.add({ weeks: 1 }).toString() };
}
