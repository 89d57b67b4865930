import type { z } from "zod";
import { type Me, UpdateProfile } from "#modules/staff/contract.ts";
import { pageContext } from "#web/context.ts";
import { readPreferences } from "#web/cookies.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/profile.ts";
import { AccountTabs } from "./account-tabs.tsx";
import { ownPathOf, useOwnPath } from "./own-path.ts";
import { localeOptions, zoneOptions } from "./place-options.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  const me = await page.call<z.output<typeof Me>>("staff.get_me");
  const { theme } = readPreferences(request.headers.get("cookie"));
  return { me, theme, zones: zoneOptions(page.zone), locales: localeOptions(me.locale) };
}

export async function action(args: Route.ActionArgs) {
  return submit(args, "staff.update_profile", {
    schema: UpdateProfile,
    onSuccess: () => done(ownPathOf(args.request, "profile"), "saved"),
  });
}

const themes = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const { me, theme, zones, locales } = loaderData;
  const own = useOwnPath();
  return (
    <>
      <PageHeader title="Your account" lead={me.email} />
      <AccountTabs />
      <Form state={actionData} className="max-w-[520px]">
        <TextInput name="name" label="Name" defaultValue={me.name} autoComplete="name" maxLength={120} />
        <Combobox
          name="zone"
          label="Time zone"
          hint="Times and deadlines are shown in it."
          options={zones}
          defaultValue={me.zone ?? ""}
        />
        <Select
          name="locale"
          label="Language and region"
          hint="How dates and numbers are written."
          options={locales}
          defaultValue={me.locale ?? ""}
        />
        <Button look="primary">Save the profile</Button>
      </Form>
      <Section title="Look" className="max-w-[520px]">
        <Form action="/preferences">
          <input type="hidden" name="back" value={own("profile")} />
          <RadioGroup name="theme" legend="Theme" choices={themes} defaultValue={theme} inline />
          <Button>Set the theme</Button>
        </Form>
      </Section>
      <Section title="Your data" note="Everything Cairn knows of you, in one file.">
        <LinkButton to={own("data.json")} icon="download" reloadDocument>
          Export my data
        </LinkButton>
      </Section>
      <Section title="This browser">
        <LinkButton to="/sign-out" icon="log-out">
          Sign out
        </LinkButton>
      </Section>
    </>
  );
}
