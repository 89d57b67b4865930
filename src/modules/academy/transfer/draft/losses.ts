import type { Loss } from "#modules/academy/contract/transfer.ts";

/** Where readers note what they could not take; nothing is dropped without a word here. */
export interface Losses {
  add(item: string, place: string, why: string): void;
  readonly list: readonly Loss[];
}

/** Longest list kept: a hostile file must not fill the report. The last entry then says how many more there were. */
const MOST = 2000;

const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text).toWellFormed();

/** An empty report. */
export function openLosses(): Losses {
  const list: Loss[] = [];
  let more = 0;
  return {
    add: (item, place, why) => {
      if (list.length < MOST) list.push({ item: short(item), place: short(place), why: short(why) });
      else more += 1;
    },
    get list() {
      if (more === 0) return list;
      return [...list, { item: `${more} more`, place: "", why: "The report names the first 2,000." }];
    },
  };
}
