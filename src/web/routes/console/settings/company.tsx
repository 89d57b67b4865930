import { z } from "zod";
import type { SettingsGroupView } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { currencyOptions, languageOptions, zoneOptions } from "./options.ts";
import { SettingsTabs } from "./settings-tabs.tsx";
import type { Route } from "./+types/company.ts";

type Groups = { groups: z.output<typeof SettingsGroupView>[] };

export const handle: RouteHandle = { crumb: "Settings", notices: { saved: "The settings are saved." } };

// The operation knows what a zone and a currency are, and says which field is wrong.
const Company = z.object({
  name: z.string().trim().min(1, "Give the company a name").max(120),
  zone: z.string(),
  currency: z.string(),
  locale: z.string(),
});

export async function loader({ context }: Route.LoaderArgs) {
  const { groups } = await context.get(pageContext).call<Groups>("platform.get_settings");
  const company = Company.parse(groups.find(({ key }) => key === "company")?.value);
  const options = {
    zones: zoneOptions(),
    currencies: currencyOptions(),
    languages: languageOptions(company.locale),
  };
  return { company, groups: groups.map(({ key, title }) => ({ key, title })), ...options };
}

export async function action(args: Route.ActionArgs) {
  const { call } = args.context.get(pageContext);
  const save = (value: z.output<typeof Company>) =>
    call("platform.update_settings", { key: "company", value });
  return submit(args, save, { schema: Company });
}

export default function CompanySettings({ loaderData, actionData }: Route.ComponentProps) {
  const { company, groups, zones, currencies, languages } = loaderData;
  const mayChange = usePermission("platform:manage");
  return (
    <>
      <PageHeader title="Settings" lead="Who the company is, and where its days begin." />
      <SettingsTabs groups={groups} />
      {mayChange ? (
        <Form state={actionData} className="max-w-[520px]">
          <TextInput name="name" label="Company name" defaultValue={company.name} maxLength={120} />
          <Combobox
            name="zone"
            label="Time zone"
            hint="Decides when a day, a week and a month begin, and when recurring work runs."
            options={zones}
            defaultValue={company.zone}
          />
          <Combobox
            name="currency"
            label="Currency"
            hint="Amounts are kept and added up in it."
            options={currencies}
            defaultValue={company.currency}
          />
          <Combobox
            name="locale"
            label="Language and region"
            hint="For people who have not chosen their own."
            options={languages}
            defaultValue={company.locale}
          />
          <Button look="primary">Save the settings</Button>
        </Form>
      ) : (
        <Card className="max-w-[640px]">
          <KeyValue
            pairs={[
              { label: "Company name", value: <span dir="auto">{company.name}</span> },
              { label: "Time zone", value: company.zone },
              { label: "Currency", value: company.currency },
              { label: "Language and region", value: company.locale },
            ]}
          />
        </Card>
      )}
    </>
  );
}
