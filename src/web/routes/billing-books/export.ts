import type { z } from "zod";
import type { ExportedJournal } from "#modules/billing/contract/ledger.ts";
import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/export.ts";
import { readJournalsQuery } from "./journals-query.ts";

type Piece = z.output<typeof ExportedJournal>;

const FORMATS = {
  csv: { file: "journal.csv", type: "text/csv; charset=utf-8" },
  ledger: { file: "books.ledger", type: "text/plain; charset=utf-8" },
} as const;

/** The books of some days as a file, sent piece by piece: its size costs no memory. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const format = new URL(request.url).searchParams.get("format") === "ledger" ? "ledger" : "csv";
  const { fromOn, untilOn } = readJournalsQuery(request.url).filter;
  const load = (cursor: string | undefined) =>
    call<Piece>("billing.export_journal", { format, fromOn, untilOn, cursor });
  // The first piece before the answer begins, so that a refusal can still be told.
  let next: Piece | undefined = await load(undefined);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next === undefined) return controller.close();
      controller.enqueue(encoder.encode(next.text));
      next = next.nextCursor === null ? undefined : await load(next.nextCursor);
      if (next === undefined) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": FORMATS[format].type,
      "content-disposition": `attachment; filename="${FORMATS[format].file}"`,
      "cache-control": "no-store",
    },
  });
}
