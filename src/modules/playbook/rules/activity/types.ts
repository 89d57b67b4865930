/** What happened, with the means to name what its ids stand for. */
export type Happening = {
  event: string;
  /** Title of the event, for those that have no sentence of their own yet. */
  title: string;
  payload: Readonly<Record<string, unknown>>;
  /** Who did it; null where the house did. */
  who: string | null;
};

/** Names of what facts speak of. Each gives a plain substitute for what is not known any more. */
export type Names = {
  /** Text of a node, title of a gate, a review or an experiment. */
  thing(id: unknown): string;
  person(id: unknown): string;
  metric(key: unknown): string;
  day(date: unknown): string;
};

/** What a fact is about, to open it. */
export type About = { kind: "node" | "gate" | "review" | "experiment" | "plan"; id: string } | null;
