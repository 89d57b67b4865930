/** Ranks of a longest increasing run of numbers (patience sorting): what kept its order when others moved. */
export function inOrder(positions: readonly number[]): Set<number> {
  const piles: number[] = [];
  const behind: number[] = [];
  positions.forEach((position, rank) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[piles[middle] ?? 0] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    behind[rank] = low > 0 ? (piles[low - 1] ?? -1) : -1;
    piles[low] = rank;
  });
  const stay = new Set<number>();
  let rank = piles.at(-1) ?? -1;
  while (rank >= 0) {
    stay.add(rank);
    rank = behind[rank] ?? -1;
  }
  return stay;
}
