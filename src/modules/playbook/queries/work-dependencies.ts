import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { WorkPackage } from "#modules/playbook/contract/work-package.ts";
import type { DatedPlan } from "#modules/playbook/queries/dated-plan.ts";
import { workLinks } from "#modules/playbook/queries/work-contents.ts";
import { workState } from "#modules/playbook/rules/schedule/work-state.ts";

type Page = z.output<typeof WorkPackage>;
type Dependency = Page["waitsFor"][number];

interface Other {
  id: string;
  text: string;
  status: string;
  proved: number;
  deliverables: number;
}

const packagesNamed = (db: Db, ids: readonly string[]) =>
  rows<Other>(
    db,
    sql`SELECT n.id, n.text, coalesce(w.status, 'planned') AS status, count(d.id)::int AS deliverables,
               count(d.id) FILTER (WHERE s.proved)::int AS proved
        FROM playbook.node n
        LEFT JOIN playbook.work_package w ON w.node_id = n.id
        LEFT JOIN playbook.node d ON d.work_package_id = n.id AND d.kind = 'deliverable' AND d.removed_at IS NULL
        LEFT JOIN playbook.deliverable_status s ON s.node_id = d.id
        WHERE n.id = ANY (${sql.param([...ids])}::uuid[]) GROUP BY n.id, w.status`,
  );

/** What a work package waits for, and what waits for it. */
export async function workDependencies(
  db: Db,
  id: string,
  { work }: DatedPlan,
): Promise<Pick<Page, "waitsFor" | "heldUp">> {
  const links = await workLinks(db, id);
  const otherOf = (link: { fromId: string; toId: string }) => (link.fromId === id ? link.toId : link.fromId);
  const others = new Map((await packagesNamed(db, links.map(otherOf))).map((one) => [one.id, one]));
  const shown = ({ dependencyId, fromId, toId, type, lagDays }: (typeof links)[number]): Dependency[] => {
    const other = others.get(fromId === id ? toId : fromId);
    if (!other) return [];
    const dated = work.get(other.id);
    const driver = work.get(toId)?.driver;
    return [
      {
        dependencyId,
        workPackage: { id: other.id, kind: "workPackage", text: other.text },
        type,
        lagDays,
        state: workState({ ...other, waitsFor: dated?.waitsFor.length ?? 0 }),
        startsOn: dated?.start ?? null,
        endsOn: dated?.end ?? null,
        driving: driver?.kind === "link" && driver.from === fromId && driver.type === type,
      },
    ];
  };
  return {
    waitsFor: links.filter(({ toId }) => toId === id).flatMap(shown),
    heldUp: links.filter(({ fromId }) => fromId === id).flatMap(shown),
  };
}
