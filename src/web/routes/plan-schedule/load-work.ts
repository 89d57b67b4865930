import type { z } from "zod";
import type { WorkPackageNames } from "#modules/playbook/contract/work-package.ts";
import type { Call } from "#web/context.ts";
import type { Choice } from "./work-dependencies.tsx";

type Names = z.output<typeof WorkPackageNames>;

/** Work packages to link with, grouped by phase. */
export async function loadChoices(call: Call): Promise<Choice[]> {
  const { workPackages } = await call<Names>("playbook.list_work_packages", {});
  return workPackages.map(({ id, title, label, period, phase }) => {
    const place = [period, label].filter(Boolean).join(", ");
    return { value: id, label: place ? `${title} (${place})` : title, ...(phase && { group: phase }) };
  });
}
