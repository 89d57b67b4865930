import type { Call } from "#web/context.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/merge-people.ts";
import type { CustomerMembers } from "./customer-detail.ts";
import type { CustomerPage } from "./list-query.ts";
import { type Candidate, MergeChoice } from "./merge-choice.tsx";
import { MergeList } from "./merge-list.tsx";
import { MergePreview } from "./merge-outlook.tsx";
import { MergeForm, mergesOf, previewOf, readMergeQuery, UndoForm } from "./merge-query.ts";
import type { CustomerPerson } from "./person-detail.ts";
import { PersonHeader } from "./person-header.tsx";

export const handle: RouteHandle = { crumb: "Merge" };

/** People who belong to the customers that the words find. */
async function findPeople(call: Call, text: string): Promise<Candidate[]> {
  const { items } = await call<CustomerPage>("people.list_accounts", { text, limit: 10 });
  const members = await Promise.all(
    items.map(({ accountId }) => call<CustomerMembers>("people.list_members", { accountId })),
  );
  const words = text.toLowerCase();
  const found = members
    .flatMap((one) => one.members)
    .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(words))
    .map(({ personId, name, email }) => [personId, { id: personId, name, detail: email }] as const);
  return [...new Map(found).values()];
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  const { personId } = params;
  const { text, otherId } = readMergeQuery(request.url);
  const person = await page.call<CustomerPerson>("people.get_person", { personId });
  const candidates = text ? await findPeople(page.call, text) : [];
  return {
    person,
    text,
    candidates: candidates.filter(({ id }) => id !== personId),
    preview: otherId ? await previewOf(page, { kind: "person", keptId: personId, mergedId: otherId }) : null,
    merges: await mergesOf(page, personId),
  };
}

export async function action(args: Route.ActionArgs) {
  const { personId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const isUndo = intent.startsWith("undo");
  return submit(args, isUndo ? "people.undo_merge" : "people.merge", {
    schema: isUndo ? UndoForm : MergeForm,
    onSuccess: () => done(`/console/customers/people/${personId}`, isUndo ? "parted" : "merged"),
  });
}

export default function MergePeople({ loaderData, actionData }: Route.ComponentProps) {
  const { person, text, candidates, preview, merges } = loaderData;
  return (
    <>
      <PersonHeader person={person} />
      {person.isActive && (
        <Section
          title="Merge another person into this one"
          note="When one human came with two addresses. They sign in as this one, and are known by both."
        >
          {preview ? (
            <MergePreview
              preview={preview}
              keeps="They sign in as the kept one, whose name and password stay; both addresses lead there."
              state={actionData}
            />
          ) : (
            <MergeChoice label="The other person" text={text} candidates={candidates} />
          )}
        </Section>
      )}
      <Section title="Merges">
        <MergeList merges={merges} state={actionData} />
      </Section>
    </>
  );
}
