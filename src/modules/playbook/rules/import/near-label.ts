/** Labels as they are usually written, which a slip of the pen may have meant. All lower case, without accents. */
const USUAL = [
  ..."deliverables deliverable activities activity criteria metrics indicators objective objectives outcomes".split(
    " ",
  ),
  ..."mitigation mitigations milestones milestone overview probability responsible dependencies initiatives".split(
    " ",
  ),
  ..."key activities|key deliverables|key results|success criteria|success metrics|acceptance criteria".split(
    "|",
  ),
  ..."exit criteria|success factors|key success factors|depends on|read from|action items|risk register".split(
    "|",
  ),
  ..."entregables actividades criterios metricas indicadores objetivo objetivos mitigacion riesgos".split(
    " ",
  ),
  ..."responsable resultados probabilidad dependencias iniciativas acciones tareas resumen".split(" "),
  ..."criterios de exito|criterios de aceptacion|metricas de exito|factores de exito|depende de".split("|"),
];
const BY_LETTER = Map.groupBy(USUAL, (label) => label[0] ?? "");
// Words of their own that lie close to a label.
const REAL_WORDS = new Set("objections objection auctions activists deliveries actives".split(" "));
const SHORTEST = 6;
const LONGEST = 28;
const FAR_FROM = 11;
const known = new Map<string, string | null>();
const MOST_KNOWN = 2_000;

/**
 * The usual label that a misspelt one means: one slip away, two in longer ones (a slip is a letter too many, too
 * few, another one, or two swapped). Takes a folded name; null when none or several are near.
 */
export function nearLabel(name: string): string | null {
  if (name.length < SHORTEST || name.length > LONGEST || REAL_WORDS.has(name) || /\d/.test(name)) return null;
  const before = known.get(name);
  if (before !== undefined) return before;
  const most = name.length >= FAR_FROM ? 2 : 1;
  const near = (BY_LETTER.get(name[0] ?? "") ?? [])
    .map((label) => ({ label, slips: slipsBetween(name, label, most) }))
    .filter(({ slips }) => slips <= most)
    .toSorted((one, other) => one.slips - other.slips);
  const found = near[0]?.label ?? null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, found);
  return found;
}

/** Damerau–Levenshtein distance with adjacent swaps (optimal string alignment); `most` + 1 when it is larger. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    if (current.every((slips) => slips > most)) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? most + 1;
}
