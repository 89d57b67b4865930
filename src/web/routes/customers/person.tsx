import { SetConsent } from "#modules/people/contract/consents.ts";
import { OnePerson } from "#modules/people/contract/persons.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/person.ts";
import { ModuleCards } from "./module-cards.tsx";
import { PersonConsents } from "./person-consents.tsx";
import type { CustomerPerson } from "./person-detail.ts";
import { PersonAccounts, PersonEmails } from "./person-facts.tsx";
import { PersonHeader } from "./person-header.tsx";

export const handle: RouteHandle = {
  notices: {
    consent_set: "It is written down.",
    erased: "Their personal data are erased in every part of Cairn.",
    merged: "The two are one person now.",
    parted: "The two are two people again.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const { personId } = params;
  return context.get(pageContext).call<CustomerPerson>("people.get_person", { personId });
}

const Consent = SetConsent.extend(OnePerson.shape);

export async function action(args: Route.ActionArgs) {
  const { personId } = args.params;
  const isErasure = (await args.request.clone().formData()).get("intent") === "erase";
  return submit(args, isErasure ? "people.erase_person" : "people.set_consent", {
    schema: isErasure ? OnePerson : Consent,
    map: (form) => ({ ...form, personId }),
    onSuccess: () => done(`/console/customers/people/${personId}`, isErasure ? "erased" : "consent_set"),
  });
}

export default function PersonPage({ loaderData: person, actionData }: Route.ComponentProps) {
  const mayErase = usePermission("people:erase") && !person.isStaff && person.isActive;
  return (
    <>
      <PersonHeader person={person} />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Section title="Customers they belong to">
            <PersonAccounts accounts={person.accounts} />
          </Section>
          <Section title="What they agreed to">
            <PersonConsents consents={person.consents} state={actionData} />
          </Section>
          <ModuleCards cards={person.cards} />
        </div>
        <div className="min-w-0">
          <Section title="E-mail addresses">
            <PersonEmails emails={person.emails} />
          </Section>
          {mayErase && (
            <Section title="Personal data">
              <Disclosure summary="Erase their data" open={actionData?.intent === "erase"}>
                <p className="mb-4 text-pretty text-muted">
                  Name, addresses, keys and what they agreed to are gone for good, in every part of Cairn.
                  What they bought stays under no name; invoices keep what the law wants kept.
                </p>
                <Form state={actionData} intent="erase">
                  <Button look="danger">Erase for good</Button>
                </Form>
              </Disclosure>
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
