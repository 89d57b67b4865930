import { describeLoss } from "./describe-loss.ts";
import type { FoundBinding, Proof, ProofBefore } from "./types.ts";

/** True when the binding finds as much as it needs. */
export const isSatisfied = ({ live, found, needed }: FoundBinding): boolean => live && found >= needed;

/** True when the deliverable waits for it: a person asked for it. */
const isAskedFor = ({ suggested, brought }: FoundBinding): boolean => !suggested && !brought;

/**
 * A deliverable is proved when everything asked for is there and at least one binding of any kind is satisfied. A
 * suggestion, or what a person brought of their own accord, can prove but never stands in the way.
 * `how` says in which way things left, such as "was unpublished".
 */
export function judgeProof(bindings: readonly FoundBinding[], before: ProofBefore, how?: string): Proof {
  const missing = bindings.filter((binding) => isAskedFor(binding) && !isSatisfied(binding));
  const satisfied = bindings.filter(isSatisfied);
  if (missing.length === 0 && satisfied.length > 0)
    return { proved: true, reason: satisfied.map(describeProof).join("; ") };
  return { proved: false, reason: describeLack(bindings, { missing, before, how }) };
}

function describeLack(
  bindings: readonly FoundBinding[],
  { missing, before, how }: { missing: FoundBinding[]; before: ProofBefore; how: string | undefined },
): string {
  const standing = missing.length > 0 ? missing.map(describeMissing).join("; ") : "Nothing proves it yet";
  if (!before?.proved && !before?.reopened) return standing;
  const loss = bindings
    .filter((binding) => !isSatisfied(binding))
    .flatMap((binding) => {
      const others = bindings.filter((other) => other !== binding && other.live && other.found > 0);
      return describeLoss(binding, { how, stillThere: others.map(describeProof) }) ?? [];
    });
  if (loss.length > 0) return loss.join("; ");
  return before.proved || bindings.some(hasChanged) ? standing : before.reason;
}

function hasChanged({ rows, seen }: FoundBinding): boolean {
  return rows.map(({ id }) => id).join() !== seen.map(({ id }) => id).join();
}

/** "Published pages: 5", "Link “Pricing”". */
function describeProof({ title, found, needed, rows }: FoundBinding): string {
  const [first] = rows;
  return needed === 1 && found === 1 && first ? `${title}: “${first.label}”` : `${title}: ${found}`;
}

/** "Published pages: 3 of 5". */
function describeMissing({ title, live, found, needed }: FoundBinding): string {
  return live ? `${title}: ${found} of ${needed}` : `${title}: nothing here can show this yet`;
}
