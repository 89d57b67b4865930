import path from "node:path";

/** Where the embedded server keeps what, below the data folder. */
export interface Layout {
  /** The data folder itself: absolute, links resolved. */
  home: string;
  /** Everything of the server; owned by the account it runs as. */
  root: string;
  /** PostgreSQL's own data directory. */
  data: string;
  /** The administrator's password, mode 0600. */
  secret: string;
  /** A half-made `root`; renamed when complete. */
  draft: string;
  /** Links to shared libraries, used only when the checkout cannot be written. */
  libraries: string;
  /** The socket's directory, when its path is short enough for a socket. */
  run: string;
  /** Process id of the watchdog. */
  watchdog: string;
  lock: string;
}

export function layoutOf(home: string): Layout {
  const root = path.join(home, "postgres");
  return {
    home,
    root,
    data: path.join(root, "data"),
    secret: path.join(root, "secret"),
    draft: path.join(home, "postgres.init"),
    libraries: path.join(home, "postgres.libraries"),
    run: path.join(root, "run"),
    watchdog: path.join(root, "watchdog.pid"),
    lock: path.join(home, "postgres.lock"),
  };
}
