import { DunningSettings } from "#modules/billing/contract/dunning.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/schedule.ts";

export const handle: RouteHandle = {
  crumb: "Schedule",
  notices: { saved: "The schedule is saved. Late invoices follow it within the hour." },
};

export async function loader({ context }: Route.LoaderArgs) {
  return {
    settings: await context.get(pageContext).call<DunningSettings>("billing.get_dunning_settings", {}),
  };
}

export async function action(args: Route.ActionArgs) {
  return submit(args, "billing.update_dunning", {
    schema: DunningSettings,
    map: (form) => ({
      ...form,
      // Typed as "3, 7, 14": an address-like list a person can read.
      reminderDays: String(form.reminderDays ?? "")
        .split(/[\s,;]+/u)
        .filter((day) => day !== ""),
    }),
    onSuccess: () => done("/console/billing/dunning/schedule", "saved"),
  });
}

export default function Schedule({ loaderData: { settings }, actionData }: Route.ComponentProps) {
  const mayChange = usePermission("billing:money");
  return (
    <>
      <PageHeader
        title="Schedule of reminders"
        lead="Days count from the day after an invoice was due. A saved card is charged again before each mail; mails are written in the customer’s language: English, German or Spanish."
      />
      {!mayChange && <Notice>People with the role finance, admin or owner can change this.</Notice>}
      <Form state={actionData} className="max-w-form">
        <fieldset disabled={!mayChange} className="space-y-5">
          <TextInput
            name="reminderDays"
            label="Reminders"
            hint="Days after the due day, such as 3, 7, 14, 21"
            defaultValue={settings.reminderDays.join(", ")}
          />
          <NumberInput
            name="graceDays"
            label="Access stays open for"
            unit="days"
            hint="After that it is held back until the invoice is paid; nobody loses it without a mail three days before."
            defaultValue={String(settings.graceDays)}
          />
          <NumberInput
            name="writeOffDays"
            label="Write off after"
            unit="days"
            optional
            hint="Empty: only by hand"
            defaultValue={settings.writeOffDays === null ? "" : String(settings.writeOffDays)}
          />
          <NumberInput
            name="cardNoticeDays"
            label="Tell of a card’s end"
            unit="days before"
            defaultValue={String(settings.cardNoticeDays)}
          />
          {mayChange && <Button look="primary">Save the schedule</Button>}
        </fieldset>
      </Form>
    </>
  );
}
