import type { TargetOp } from "../types.ts";
import type { Afterwards } from "./after.ts";
import type { Amount } from "./pattern.ts";

/** A number found in a text, with what stands around it, before it is known whether it is a target. */
export interface Candidate {
  text: string;
  start: number;
  end: number;
  before: string;
  after: Afterwards;
  first: Amount;
  second: Amount | null;
  join: string;
  arrow: string;
  /** Comparison in words or signs before the number, with the characters it takes. */
  compared: { op: TargetOp; length: number; words: string } | null;
  commaDecimals: boolean;
}
