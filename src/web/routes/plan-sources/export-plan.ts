import type { z } from "zod";
import type { ExportedPlan, ExportPlan } from "#modules/playbook/contract/sources.ts";
import type { PageContext } from "#web/context.ts";

/** The plan in force as a file to download. */
export async function exportPlan(
  { call }: PageContext,
  format: z.input<typeof ExportPlan>["format"],
): Promise<Response> {
  const file = await call<z.output<typeof ExportedPlan>>("playbook.export_plan", { format });
  return new Response(file.text, {
    headers: {
      "content-type": `${file.mediaType}; charset=utf-8`,
      "content-disposition": `attachment; filename="${file.fileName}"`,
      "cache-control": "no-store",
    },
  });
}
