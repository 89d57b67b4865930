import { type AppError, refuse } from "#kernel/errors.ts";

/** The file is not a whole backup. `why` is for people: "it ends too early". */
export function corrupt(file: string, why: string, cause?: unknown): AppError {
  const error = refuse(
    "invalid",
    "backup.corrupt",
    `${file} cannot be restored: ${why}. Nothing was changed. Take another copy of it or an earlier backup.`,
  );
  if (cause !== undefined) error.cause = cause;
  return error;
}

/** The text of whatever was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
