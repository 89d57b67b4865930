export { findEmbeddedPostgres } from "#kernel/db/embedded/find.ts";
export type { ServerSettings } from "#kernel/db/embedded/settings.ts";
export {
  type EmbeddedConnection,
  type EmbeddedOptions,
  type EmbeddedServer,
  startEmbeddedPostgres,
} from "#kernel/db/embedded/start.ts";
