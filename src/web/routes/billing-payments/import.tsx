import { data, redirect } from "react-router";
import { z } from "zod";
import { MAX_STATEMENT_BYTES, type StatementDraftRef } from "#modules/billing/contract/bank-statements.ts";
import { pageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { FileInput } from "#web/ui/file-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/import.ts";

export const handle = { crumb: "Import a bank statement" };

const TOO_LARGE = "Files of up to 10 MB are read. Fetch it from your bank for fewer days";

const Upload = z.object({ file: z.file().optional() }).superRefine(({ file }, context) => {
  const fault = (message: string) => context.addIssue({ code: "custom", path: ["file"], message });
  if (!file || file.size === 0) fault("Choose the file of your bank");
  else if (file.size > MAX_STATEMENT_BYTES) fault(TOO_LARGE);
});

/** A form larger than this holds no statement; it is refused before it is read into memory. */
function refuseLargeForm(request: Request): FormState | null {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length <= 2 * MAX_STATEMENT_BYTES) return null;
  return { intent: null, message: null, errors: { file: TOO_LARGE }, values: {} };
}

export async function action(args: Route.ActionArgs) {
  const tooLarge = refuseLargeForm(args.request);
  if (tooLarge) return data(tooLarge, { status: 413 });
  const { call } = args.context.get(pageContext);
  const keep = async ({ file }: z.output<typeof Upload>) =>
    call<z.output<typeof StatementDraftRef>>("billing.draft_statement", {
      fileName: file?.name || "statement",
      content: (await file?.bytes())?.toBase64() ?? "",
    });
  return submit(args, keep, {
    schema: Upload,
    onSuccess: ({ draftId }) => redirect(`/console/billing/payments/statements/drafts/${draftId}`),
  });
}

export default function ImportStatement({ actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Import a bank statement"
        lead="You see what the file holds, and which invoices it pays, before anything changes."
      />
      <Form state={actionData} encType="multipart/form-data" className="max-w-form">
        <FileInput
          name="file"
          label="File"
          accept=".xml,.csv,.txt,.camt,.053,text/csv,text/xml,application/xml"
          hint="CAMT.053 or CSV, up to 10 MB. Days may overlap with files you imported before: each movement counts once."
        />
        <Button look="primary">Show what it holds</Button>
      </Form>
    </>
  );
}
