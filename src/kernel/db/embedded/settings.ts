/** Server settings by name, as in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * Chosen for one machine that also runs the application: little memory when idle, nothing that trades
 * acknowledged rows for speed (fsync, full_page_writes and synchronous_commit stay on).
 */
const DEFAULTS: ServerSettings = {
  max_connections: "100",
  shared_buffers: "64MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  effective_cache_size: "512MB",
  max_wal_size: "512MB",
  min_wal_size: "80MB",
  wal_compression: "on",
  synchronous_commit: "on",
  autovacuum: "on",
  autovacuum_max_workers: "2",
  max_worker_processes: "4",
  max_parallel_workers_per_gather: "1",
  // Worker processes for reading ahead would idle most of the day; the kernel's cache does well at this size.
  io_method: "sync",
  jit: "off",
  huge_pages: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  log_line_prefix: "",
  lc_messages: "C",
};

/** Command line options of the server; `overrides` wins over the defaults, never over where it listens. */
export function settingArguments(overrides: ServerSettings, socketDirectory: string): string[] {
  const settings = {
    ...DEFAULTS,
    ...overrides,
    listen_addresses: "",
    unix_socket_directories: `"${socketDirectory}"`,
    unix_socket_permissions: "0700",
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
