/** A row with the fields of a change that were given; a field that was left out stays. */
export function mergeGiven<T extends object>(row: T, change: { [K in keyof T]?: T[K] | undefined }): T {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...row, ...(Object.fromEntries(given) as Partial<T>) };
}
