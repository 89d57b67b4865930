import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/merge-accounts.ts";
import { readCustomer } from "./customer-detail.ts";
import { CustomerHeader } from "./customer-header.tsx";
import type { CustomerPage } from "./list-query.ts";
import { MergeChoice } from "./merge-choice.tsx";
import { MergeList } from "./merge-list.tsx";
import { MergePreview } from "./merge-outlook.tsx";
import { MergeForm, mergesOf, previewOf, readMergeQuery, UndoForm } from "./merge-query.ts";

export const handle: RouteHandle = { crumb: "Merge" };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  const { accountId } = params;
  const { text, otherId } = readMergeQuery(request.url);
  const account = await readCustomer(page.call, accountId);
  const found = text
    ? (await page.call<CustomerPage>("people.list_accounts", { text, limit: 20 })).items
    : [];
  return {
    account,
    text,
    candidates: found
      .filter((one) => one.accountId !== accountId)
      .map((one) => ({
        id: one.accountId,
        name: one.name,
        detail: [one.email, one.city, one.country].filter(Boolean).join(" · "),
      })),
    preview: otherId
      ? await previewOf(page, { kind: "account", keptId: accountId, mergedId: otherId })
      : null,
    merges: await mergesOf(page, accountId),
  };
}

export async function action(args: Route.ActionArgs) {
  const { accountId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const isUndo = intent.startsWith("undo");
  return submit(args, isUndo ? "people.undo_merge" : "people.merge", {
    schema: isUndo ? UndoForm : MergeForm,
    onSuccess: () => done(`/console/customers/${accountId}`, isUndo ? "parted" : "merged"),
  });
}

export default function MergeAccounts({ loaderData, actionData }: Route.ComponentProps) {
  const { account, text, candidates, preview, merges } = loaderData;
  return (
    <>
      <CustomerHeader account={account} />
      {account.mergedInto === null && (
        <Section
          title="Merge another customer into this one"
          note="When two turn out to be one. You see what would move before anything does."
        >
          {preview ? (
            <MergePreview
              preview={preview}
              keeps="Name, address and currency of the kept one stay; issued invoices keep what they say."
              state={actionData}
            />
          ) : (
            <MergeChoice label="The other customer" text={text} candidates={candidates} />
          )}
        </Section>
      )}
      <Section title="Merges">
        <MergeList merges={merges} state={actionData} />
      </Section>
    </>
  );
}
