/** A value that can be chosen, and what it is called. */
export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

/** The choice an address names, or undefined: an old or mistyped address narrows nothing, rather than failing. */
export const knownChoice = <Value extends string>(
  choices: readonly Choice<Value>[],
  asked: string | undefined,
): Value | undefined => choices.find(({ value }) => value === asked)?.value;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** An id that an address names, or undefined where it is none. */
export const knownId = (asked: string | undefined): string | undefined =>
  asked !== undefined && UUID.test(asked) ? asked : undefined;
