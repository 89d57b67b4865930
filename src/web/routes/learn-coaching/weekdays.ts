/** ISO days of the week with their names in a locale. */
export function weekdays(locale: string): { day: number; name: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // 4 January 2027 is a Monday.
  const monday = Temporal.PlainDate.from("2027-01-04");
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const on = monday.add({ days: day - 1 }).toZonedDateTime("UTC");
    return { day, name: format.format(on.epochMilliseconds) };
  });
}
