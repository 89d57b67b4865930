import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";
import type { Place } from "#modules/academy/transfer/markdown/read-fields.ts";

const load = createRequire(import.meta.url);

/** Reads YAML without aliases that multiply; a fault is reported and gives undefined. */
export function readYaml(text: string, { item, place }: Place, losses: Losses): unknown {
  const { parse } = load("yaml") as typeof Yaml;
  try {
    return parse(text, { maxAliasCount: 20, prettyErrors: true, schema: "core" });
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split("\n");
    losses.add(item, place, `It is not valid YAML: ${line}`);
    return undefined;
  }
}
