import type { Block, BlockKind } from "#modules/academy/contract/content.ts";

/** What every part of a lesson gets: the block, and where the course's files are. */
export interface BlockProps<K extends BlockKind> {
  block: Extract<Block, { kind: K }>;
  mediaHref: (fileId: string) => string;
}

/** Where a course's files are read: `GET /learn/media/:fileId`. */
export const courseFile = (fileId: string): string => `/learn/media/${fileId}`;

const two = (n: number) => String(n).padStart(2, "0");

/** A place in a recording as people say it: 75_000 ms is "1:15". */
export function playTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
