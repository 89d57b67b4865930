import type { z } from "zod";
import type { SettingsGroupView } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { problemResponse } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/group.ts";
import { choiceWords, SettingControl } from "./setting-control.tsx";
import { type SettingField, settingFields, settingsForm } from "./setting-fields.ts";
import { SettingsTabs } from "./settings-tabs.tsx";

type Groups = { groups: z.output<typeof SettingsGroupView>[] };

export const handle: RouteHandle = {
  crumb: (data: { title: string }) => data.title,
  notices: { saved: "The settings are saved." },
};

async function loadGroup({ context, params }: Pick<Route.LoaderArgs, "context" | "params">) {
  const { groups } = await context.get(pageContext).call<Groups>("platform.get_settings");
  const group = groups.find(({ key }) => key === params.key);
  if (!group) throw problemResponse({ kind: "not_found", code: "web.no_such_page", message: "", issues: [] });
  return { group, groups, fields: settingFields(group.schema, group.value) };
}

export async function loader(args: Route.LoaderArgs) {
  const { group, groups, fields } = await loadGroup(args);
  return { title: group.title, fields, groups: groups.map(({ key, title }) => ({ key, title })) };
}

export async function action(args: Route.ActionArgs) {
  const { group, fields } = await loadGroup(args);
  const save = (value: Record<string, unknown>) =>
    args.context.get(pageContext).call("platform.update_settings", { key: group.key, value });
  return submit(args, save, {
    schema: settingsForm(fields),
    onSuccess: () => done(`/console/settings/${group.key}`, "saved"),
  });
}

export default function SettingsGroup({ loaderData, actionData }: Route.ComponentProps) {
  const { fields, groups, title } = loaderData;
  const mayChange = usePermission("platform:manage");
  return (
    <>
      <PageHeader title="Settings" lead={title} />
      <SettingsTabs groups={groups} />
      {mayChange ? (
        <Form state={actionData} className="max-w-[520px]">
          {fields.map((field) => (
            <SettingControl key={field.name} field={field} />
          ))}
          <Button look="primary">Save the settings</Button>
        </Form>
      ) : (
        <Card className="max-w-[640px]">
          <KeyValue pairs={fields.map((field) => ({ label: field.label, value: shown(field) }))} />
        </Card>
      )}
    </>
  );
}

function shown({ kind, value }: SettingField) {
  if (kind === "boolean") return value === "true" ? "Yes" : "No";
  if (value === "") return null;
  return <span dir="auto">{kind === "choice" ? choiceWords(value) : value}</span>;
}
