interface Planned {
  cancelOn: string | null;
  pausedOn: string | null;
  resumesOn: string | null;
  pendingChange: { offerName: string; quantity: number } | null;
}

/** What is planned for a subscription, in a few words; undefined when it simply goes on. Days as `2027-02-28`. */
export function plannedWords({ cancelOn, pausedOn, resumesOn, pendingChange }: Planned): string | undefined {
  if (cancelOn) return `Ends ${cancelOn}`;
  if (pausedOn) return resumesOn ? `Pauses ${pausedOn} until ${resumesOn}` : `Pauses ${pausedOn}`;
  if (pendingChange) return `Then ${pendingChange.offerName}`;
  return undefined;
}
