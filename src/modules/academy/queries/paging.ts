import { createPaging } from "#kernel/db/paging.ts";

/** Pages of the academy's lists. Errors: `academy.cursor_unknown`. */
export const { readCursor, pageOf } = createPaging("academy.cursor_unknown");
