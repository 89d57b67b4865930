import { createPaging } from "#kernel/db/paging.ts";

/** Pages of billing's lists. Errors: `billing.cursor_unknown`. */
export const { writeCursor, readCursor, pageOf } = createPaging("billing.cursor_unknown");
