import type { Block } from "#modules/academy/contract/content.ts";

/** What a save did to the blocks of a lesson. */
export interface BlockChange {
  added: number;
  removed: number;
  changed: number;
  /** True when blocks that stayed stand in another order. */
  isMoved: boolean;
}

/** Compares blocks by their ids, which stay with a block through all saves. */
export function compareBlocks(before: readonly Block[], after: readonly Block[]): BlockChange {
  const old = new Map(before.map((block) => [block.id, JSON.stringify(block)]));
  const kept = after.filter(({ id }) => old.has(id));
  const keptIds = new Set(kept.map(({ id }) => id));
  const order = before.filter(({ id }) => keptIds.has(id)).map(({ id }) => id);
  return {
    added: after.length - kept.length,
    removed: before.length - keptIds.size,
    changed: kept.filter((block) => old.get(block.id) !== JSON.stringify(block)).length,
    isMoved: kept.some(({ id }, at) => id !== order[at]),
  };
}
