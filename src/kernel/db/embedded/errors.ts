import { AppError } from "#kernel/errors.ts";

/** The last words every error here ends with: the way out that always works. */
export const OWN_SERVER = "or set DATABASE_URL to a PostgreSQL server of your own (15 or newer)";

/** A failure to start the embedded server; `code` is `database.<fact>`, the message names the cure. */
export function cannotStart(fact: string, message: string, cause?: unknown): AppError {
  const error = new AppError("unavailable", `database.${fact}`, message);
  if (cause !== undefined) error.cause = cause;
  return error;
}

/** True for a failed system call with this code, such as "EACCES". */
export function failedWith(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
