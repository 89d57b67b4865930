/** A thing as it is remembered between two judgements. */
export type SeenThing = { id: string; label: string };

/**
 * One binding with what was found for it. `live` is false where no module shows this kind. `seen` is what was found
 * at the judgement before. Both lists may hold fewer things than `found` counts.
 */
export type FoundBinding = {
  id: string;
  title: string;
  suggested: boolean;
  brought: boolean;
  live: boolean;
  needed: number;
  found: number;
  rows: readonly SeenThing[];
  seen: readonly SeenThing[];
};

/** How a deliverable stood before. `reopened` when it was proved once and lost its proof. */
export type ProofBefore = { proved: boolean; reopened: boolean; reason: string } | null;

export type Proof = { proved: boolean; reason: string };
