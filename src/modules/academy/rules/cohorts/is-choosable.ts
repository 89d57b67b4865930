/** Whether students may choose a cohort on a day of its zone; the last day is one of them. ISO dates. */
export const isChoosable = (
  { from, until }: { from: string | null; until: string | null },
  today: string,
): boolean => from !== null && until !== null && from <= today && today <= until;
