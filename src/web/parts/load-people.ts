import type { Call } from "#web/context.ts";
import { findProblem } from "#web/problem.ts";

/** Somebody who works here. */
export interface Person {
  id: string;
  name: string;
}

interface Page {
  items: { personId: string; name: string }[];
  nextCursor: string | null;
}

/** More names than this are not offered to choose from; the list would be of no use. */
const MOST_PEOPLE = 1000;

/** The people one can give work to or call in a comment; nobody where the viewer may not see them. */
export async function loadPeople(call: Call): Promise<Person[]> {
  const people: Person[] = [];
  let cursor: string | undefined;
  try {
    do {
      const page = await call<Page>("staff.list_people", { status: "active", limit: 200, cursor });
      people.push(...page.items.map(({ personId, name }) => ({ id: personId, name })));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && people.length < MOST_PEOPLE);
  } catch (thrown) {
    if (findProblem(thrown)?.kind !== "forbidden") throw thrown;
  }
  return people;
}

/** People as options of a field. */
export const peopleOptions = (people: readonly Person[]) =>
  people.map(({ id, name }) => ({ value: id, label: name }));
