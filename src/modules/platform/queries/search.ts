import { z } from "zod";
import type { SearchSource } from "#kernel/module.ts";
import { permissionsOf } from "#kernel/operation/access.ts";
import { defineQuery, type QueryContext } from "#kernel/operation/operation.ts";
import { SearchResult } from "#modules/platform/contract.ts";

const PER_KIND = 8;

/** One source that fails must not take the others' answers away. */
async function ask({ db, log }: QueryContext<unknown>, source: SearchSource, text: string) {
  try {
    return { kind: source.kind, hits: await source.find(db, { text, limit: PER_KIND }) };
  } catch (error) {
    log.error({ kind: source.kind, error }, "A search source failed");
    return { kind: source.kind, hits: undefined };
  }
}

/** Finds anything the caller may see, kind by kind; `failed` names the kinds that could not be searched now. */
export const search = defineQuery({
  name: "platform.search",
  title: "Search everything",
  http: "GET /search",
  access: "signed_in",
  input: z.object({ text: z.string().trim().min(1).max(200) }),
  output: z.object({ results: z.array(SearchResult), failed: z.array(z.string()) }),
  run: async (context) => {
    const { registry } = context.runtime();
    const granted = permissionsOf(registry, context.actor);
    const { text } = context.input;
    const sources = registry.modules
      .flatMap((module) => [...(module.search ?? [])])
      .filter(({ permission }) => granted.has(permission));
    const answers = await Promise.all(sources.map((source) => ask(context, source, text)));
    return {
      results: answers.flatMap(({ hits }) => hits ?? []),
      failed: answers.filter(({ hits }) => !hits).map(({ kind }) => kind),
    };
  },
});
