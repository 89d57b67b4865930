/** What is wrong with a statement, and where: `path` is a dotted path into it, such as `context.team.member[0].mbox`. */
export class StatementFault extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.name = "StatementFault";
    this.path = path;
  }
}

/** Refuses a statement. */
export function fault(path: string, message: string): never {
  throw new StatementFault(path, message);
}
