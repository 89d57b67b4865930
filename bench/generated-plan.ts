/** A plan in Markdown of any size: months in three phases, work packages with deliverables, activities and criteria. */
export function generatedPlan({
  workPackages,
  itemsEach,
}: {
  workPackages: number;
  itemsEach: number;
}): string {
  const lines = ["# Generated plan", ""];
  const perMonth = Math.ceil(workPackages / 36);
  let made = 0;
  for (const [phase, from, to] of [
    [1, 1, 6],
    [2, 7, 18],
    [3, 19, 36],
  ] as const) {
    lines.push(`## Phase ${phase}: Part ${phase} (Months ${from}-${to})`, "");
    for (let month = from; month <= to; month++) {
      lines.push(
        `### Month ${month}: Work of month ${month}`,
        "",
        `**Objective:** Finish what month ${month} asks for`,
        "",
      );
      for (let index = 0; index < perMonth && made < workPackages; index++, made++)
        lines.push(...workPackage(made, itemsEach));
    }
  }
  return lines.join("\n");
}

function workPackage(number: number, itemsEach: number): string[] {
  const items = (what: string) =>
    Array.from({ length: itemsEach }, (_, item) => `- ${what} ${item + 1} of package ${number + 1}`);
  return [
    `#### Package ${number + 1}`,
    "",
    "**Deliverables:**",
    ...items("Result"),
    "",
    "**Activities:**",
    ...items("Step"),
    "",
    "**Success metrics:**",
    ...items("Sign of success"),
    "",
  ];
}
