/** When a number is due, as the plan says it: “end of month 3”, “end of week 2 of month 3”, or a date. */
export function dueWords(due: unknown, dateOf: (on: string) => string): string {
  if (typeof due !== "object" || due === null) return "Not said";
  const { on, endOfMonth, endOfWeek, endOfDay } = due as Record<string, unknown>;
  if (typeof on === "string") return dateOf(on);
  const parts = [
    endOfDay === undefined ? null : `day ${String(endOfDay)}`,
    endOfWeek === undefined ? null : `week ${String(endOfWeek)}`,
    endOfMonth === undefined ? null : `month ${String(endOfMonth)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "Not said" : `End of ${parts.join(" of ")}`;
}
