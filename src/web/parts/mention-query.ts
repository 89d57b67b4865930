/** A name somebody is typing after an `@`. */
export interface MentionQuery {
  /** Where the name begins, after the sign. */
  start: number;
  text: string;
}

const LONGEST_NAME = 60;

/** What is being typed at the caret: the words after the last `@` that begins a word; null for anything else. */
export function mentionAt(text: string, caret: number): MentionQuery | null {
  const typed = text.slice(Math.max(0, caret - LONGEST_NAME), caret);
  const found = /(?:^|[^\p{L}\p{N}_.+-])@([^@\n]*)$/u.exec(typed);
  const name = found?.[1];
  if (name === undefined || /\s{2,}$/u.test(name)) return null;
  return { start: caret - name.length, text: name };
}

const MOST_NAMES = 8;
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** People whose name, or a later part of it, begins with what was typed; a name typed out needs no offer. */
export function peopleMatching<P extends { name: string }>(people: readonly P[], typed: string): P[] {
  const sought = plain(typed);
  const fits = ({ name }: P) => {
    const own = plain(name);
    if (own === sought) return false;
    return own.startsWith(sought) || own.includes(` ${sought}`);
  };
  return people.filter(fits).slice(0, MOST_NAMES);
}
