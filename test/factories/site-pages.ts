import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";
import { defineEvidence } from "#kernel/evidence/registry.ts";
import { defineModule } from "#kernel/module.ts";
import { defineCommand } from "#kernel/operation/operation.ts";

const PageUnpublished = defineEvent({
  name: "site.page_unpublished",
  version: 1,
  title: "Page unpublished",
  payload: z.object({ pageId: z.string() }),
});

/** A site module as small as can be: its published pages are a list in memory, and it counts how often it is asked. */
export function sitePages() {
  const published = new Set<string>();
  const asked = { times: 0 };
  const evidence = defineEvidence({
    kind: "site.page",
    title: "Published pages",
    filter: z.object({ status: z.literal("published") }),
    changedBy: ["site.page_unpublished"],
    find: async (_db, { limit }) => {
      asked.times += 1;
      const rows = [...published].slice(0, limit).map((title) => ({ id: title, label: title }));
      return { count: published.size, rows };
    },
  });
  const unpublish = defineCommand({
    name: "site.unpublish_page",
    title: "Unpublish a page",
    http: "POST /site/pages/:pageId/unpublication",
    access: "signed_in",
    input: z.object({ pageId: z.string() }),
    output: z.object({}),
    run: async ({ input, emit }) => {
      published.delete(input.pageId);
      await emit(PageUnpublished, input);
      return {};
    },
  });
  const module = defineModule({
    name: "site",
    title: "Site",
    permissions: {},
    operations: [unpublish],
    events: [PageUnpublished],
    evidence: [evidence],
  });
  return { module, published, asked };
}
