/**
 * The value at a rank (0 smallest), found by Hoare's selection in linear time. Reorders the values so that none
 * before the rank is larger and none behind it smaller. `range` narrows the search to positions known to hold it.
 */
export function selectRank(
  values: Float64Array,
  rank: number,
  range = { from: 0, to: values.length },
): number {
  let low = range.from;
  let high = range.to - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] ?? Number.NaN;
}

/** Rank of a quantile: the smallest value that at least `share` of the values do not exceed. */
export function rankOf(share: number, length: number): number {
  return Math.max(0, Math.ceil(share * length - 1e-9) - 1);
}
