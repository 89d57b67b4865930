import { createRequire } from "node:module";
import type * as Yaml from "yaml";

const load = createRequire(import.meta.url);

/** YAML in one form: lines are not folded, so that a text that did not change gives the same bytes. */
export const toYaml = (value: unknown): string =>
  (load("yaml") as typeof Yaml).stringify(value, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    schema: "core",
  });
