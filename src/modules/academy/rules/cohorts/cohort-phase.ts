/** Where a cohort is on a day of its own zone. Days are ISO dates, which compare as they sort. */
export function cohortPhase(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  today: string,
): "upcoming" | "running" | "over" {
  if (today < startsOn) return "upcoming";
  return today <= endsOn ? "running" : "over";
}
