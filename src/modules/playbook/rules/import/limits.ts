/** Largest file read, in bytes. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** Most things one plan may hold. */
export const MOST_NODES = 20_000;
