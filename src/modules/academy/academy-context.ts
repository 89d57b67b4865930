import type { CommandContext } from "#kernel/operation/operation.ts";

/** What the inner doors of the academy need of the operation or subscriber they run in: its transaction above all. */
export type AcademyContext = Pick<
  CommandContext<unknown>,
  | "tx"
  | "now"
  | "emit"
  | "enqueue"
  | "company"
  | "actor"
  | "requestId"
  | "mail"
  | "config"
  | "log"
  | "files"
  | "cache"
>;
