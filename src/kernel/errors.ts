/** How a failure is meant; mapped to an HTTP status in one place (`kernel/http/problem.ts`). */
export type ErrorKind =
  | "invalid" // the input is malformed or breaks a rule the caller can mend
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict" // the state of the data does not allow it now
  | "gone"
  | "too_large"
  | "payment_required"
  | "rate_limited"
  | "unavailable"; // a service or setting this needs is missing

/** One fault in the input. `path` is a dotted path into it, "" for the whole. */
export interface Issue {
  path: string;
  message: string;
}

interface AppErrorDetail {
  issues?: Issue[];
  /** Facts a caller may act on; must be JSON-safe and hold nothing secret. */
  data?: Record<string, unknown>;
  retryAfterSeconds?: number;
}

/**
 * The only error that reaches a caller with its words. `code` is `module.fact` and stable;
 * `message` is a sentence a person can read. Anything else thrown is a bug and answers 500.
 */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly detail: AppErrorDetail;

  constructor(kind: ErrorKind, code: string, message: string, detail: AppErrorDetail = {}) {
    super(message);
    this.name = "AppError";
    this.kind = kind;
    this.code = code;
    this.detail = detail;
  }
}

/** Builds the error an operation throws to refuse: `throw refuse("conflict", "playbook.gate_closed", "…")`. */
export const refuse = (...args: ConstructorParameters<typeof AppError>): AppError => new AppError(...args);

/** True for errors whose words may be shown to the caller. */
export const isAppError = (error: unknown): error is AppError => error instanceof AppError;
