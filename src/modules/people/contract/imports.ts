import { z } from "zod";
import { Currency, InstantText, Locale, Zone } from "#modules/people/contract/words.ts";

/** `checked`: looked at, nothing written. `discarded`: nothing will be. */
export const ImportStatus = z.enum(["checked", "running", "done", "failed", "discarded"]);

export const CheckImport = z.object({
  fileId: z.uuid().describe("A CSV file stored before, by the same person"),
  currency: Currency.optional().describe("For rows that do not say; left out: the company's"),
  locale: Locale.optional().describe("For rows that do not say; left out: the company's"),
  zone: Zone.optional().describe("For rows that do not say; left out: the company's"),
});

export const ImportError = z.object({
  line: z.int().describe("Of the file, counted from 1"),
  column: z.string().describe("Heading of the cell; empty for the whole row"),
  message: z.string(),
});

/** An import before, while and after it runs. Before, the counts say what it would do. */
export const ImportState = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  status: ImportStatus,
  rows: z.int().describe("That can be brought in"),
  position: z.int().describe("Rows done with"),
  opened: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  errorCount: z.int().describe("Rows that cannot be brought in have one or more"),
  errors: z.array(ImportError).describe("The first 200"),
  ignored: z.array(z.string()).describe("Headings nobody here knows"),
  defaults: z.object({ currency: z.string(), locale: z.string(), zone: z.string() }),
  createdAt: InstantText,
  finishedAt: InstantText.nullable(),
});

export const OneImport = z.object({ importId: z.uuid() });
