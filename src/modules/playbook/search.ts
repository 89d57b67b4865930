import type { SearchHit, SearchSource } from "#kernel/module.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { searchPattern } from "#modules/playbook/queries/search-pattern.ts";
import { placeOfExperiment, placeOfNode } from "#modules/playbook/rules/place.ts";

interface Found {
  id: string;
  kind: string;
  text: string;
  detail: string;
}

/** Parts of the plan in force that a text is found in; those that begin with it first, then as the plan has them. */
const nodes = (kind: string, nodeKinds: readonly string[]): SearchSource => ({
  kind,
  permission: "playbook:read",
  find: async (db, { text, limit }) => {
    const found = await rows<Found>(
      db,
      sql`SELECT n.id, n.kind, n.text, coalesce(nullif(w.text, n.text), n."group", '') AS detail
          FROM playbook.node n
          JOIN playbook.plan p ON p.id = n.plan_id AND p.archived_at IS NULL
          LEFT JOIN playbook.node w ON w.id = n.work_package_id AND w.removed_at IS NULL
          WHERE n.kind IN ${nodeKinds} AND n.removed_at IS NULL AND n.text ILIKE ${searchPattern(text)}
          ORDER BY n.text NOT ILIKE ${searchPattern(text).slice(1)}, n.position LIMIT ${limit}`,
    );
    return found.map(({ id, kind: nodeKind, text: title, detail }): SearchHit => {
      return { kind, title, detail, href: placeOfNode(nodeKind, id) };
    });
  },
});

const experiments: SearchSource = {
  kind: "Experiment",
  permission: "playbook:read",
  find: async (db, { text, limit }) => {
    const found = await rows<{ id: string; title: string; hypothesis: string }>(
      db,
      sql`SELECT x.id, x.title, x.hypothesis FROM playbook.experiment x
          JOIN playbook.plan p ON p.id = x.plan_id AND p.archived_at IS NULL
          WHERE x.removed_at IS NULL
            AND (x.title ILIKE ${searchPattern(text)} OR x.hypothesis ILIKE ${searchPattern(text)})
          ORDER BY x.starts_on DESC, x.id LIMIT ${limit}`,
    );
    return found.map(({ id, title, hypothesis }): SearchHit => {
      return { kind: "Experiment", title, detail: hypothesis, href: placeOfExperiment(id) };
    });
  },
};

/** What the global search finds in the plan. */
export const playbookSearch: readonly SearchSource[] = [
  nodes("Work package", ["workPackage"]),
  nodes("Deliverable", ["deliverable"]),
  nodes("Criterion", ["criterion", "kpi"]),
  nodes("Risk", ["risk"]),
  experiments,
];
