/** Largest file read, in bytes. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** Most lines read: a plan of the largest size has far fewer. */
export const MOST_LINES = 100_000;

/** Most things one plan may hold. */
export const MOST_NODES = 20_000;
