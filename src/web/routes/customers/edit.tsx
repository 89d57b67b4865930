import { ChangeAccount } from "#modules/people/contract/lists.ts";
import { AccountFacts } from "#modules/people/contract/account.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/edit.ts";
import { AccountFields } from "./account-fields.tsx";
import { accountOptions } from "./account-options.ts";
import { readCustomer } from "./customer-detail.ts";

export const handle: RouteHandle = { crumb: "Change" };

// The form shows every field, so an empty one is meant: none is left out.
const Change = ChangeAccount.pick({ accountId: true, version: true }).extend(AccountFacts.shape);

export async function loader({ context, params }: Route.LoaderArgs) {
  const { accountId } = params;
  const account = await readCustomer(context.get(pageContext).call, accountId);
  return { account, options: accountOptions(account) };
}

export async function action(args: Route.ActionArgs) {
  const { accountId } = args.params;
  return submit(args, "people.update_account", {
    schema: Change,
    map: (form) => ({ ...form, accountId }),
    onSuccess: () => done(`/console/customers/${accountId}`, "changed"),
  });
}

export default function EditCustomer({ loaderData, actionData }: Route.ComponentProps) {
  const { account, options } = loaderData;
  return (
    <>
      <PageHeader
        title="Change the customer"
        lead="What was invoiced stays as it was written; what comes is written with the new facts."
      />
      <Form state={actionData} className="max-w-form">
        <input type="hidden" name="version" value={account.version} />
        <AccountFields account={account} {...options} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Save the customer</Button>
          <LinkButton to={`/console/customers/${account.accountId}`}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
