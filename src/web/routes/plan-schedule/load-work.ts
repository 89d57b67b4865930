import type { z } from "zod";
import type { WorkPackageNames } from "#modules/playbook/contract/work-package.ts";
import type { Call, PageContext } from "#web/context.ts";
import { findProblem } from "#web/problem.ts";
import type { Choice } from "./work-dependencies.tsx";
import type { Comments } from "./work-comments.tsx";

type Names = z.output<typeof WorkPackageNames>;

/** The answer, or null where the house does not offer it or the viewer may not have it. */
async function ifOffered<Output>(work: Promise<Output>): Promise<Output | null> {
  try {
    return await work;
  } catch (thrown) {
    const problem = findProblem(thrown);
    if (problem?.code === "operation.unknown" || problem?.kind === "forbidden") return null;
    throw thrown;
  }
}

/** Work packages to link with, grouped by phase. */
export async function loadChoices(call: Call): Promise<Choice[]> {
  const { workPackages } = await call<Names>("playbook.list_work_packages", {});
  return workPackages.map(({ id, title, label, period, phase }) => {
    const place = [period, label].filter(Boolean).join(", ");
    return { value: id, label: place ? `${title} (${place})` : title, ...(phase && { group: phase }) };
  });
}

/** People to give work to; nobody for a viewer who may not see them. */
export async function loadPeople({ call, viewer }: PageContext): Promise<{ id: string; name: string }[]> {
  if (!viewer?.permissions.includes("playbook:edit") || !viewer.permissions.includes("staff:read")) return [];
  const page = await ifOffered(
    call<{ items: { personId: string; name: string }[] }>("staff.list_people", {
      status: "active",
      limit: 200,
    }),
  );
  return (page?.items ?? []).map(({ personId, name }) => ({ id: personId, name }));
}

/** What people said about a work package; null where nobody can say anything. */
export async function loadComments(call: Call, id: string): Promise<Comments | null> {
  const page = await ifOffered(
    call<{ comments: Comments }>("playbook.list_comments", {
      subjectKind: "node",
      subjectId: id,
      limit: 100,
    }),
  );
  return page?.comments ?? null;
}
