import type { z } from "zod";
import type { MigrationPreview } from "#modules/academy/contract/authoring-versions.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { countOf } from "#web/format/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { Section } from "#web/ui/section.tsx";

type Preview = z.output<typeof MigrationPreview>;

const Titles = ({ label, titles }: { label: string; titles: readonly string[] }) =>
  titles.length === 0 ? null : (
    <li>
      <span className="font-medium">{label}:</span> <span dir="auto">{titles.join(", ")}</span>
    </li>
  );

/** What happens to students who go on with the version in force, and the button that does it. */
export function MigrationForm({ migration, state }: { migration: Preview; state: FormState | null }) {
  const { students, completed, kept, added, removed, changedRules, toNumber } = migration;
  return (
    <Section
      title="Students of older versions"
      note={`${countOf(students, "student")} follow an older version. They can go on with version ${toNumber}; nobody is moved unless you do it.`}
    >
      <ul className="max-w-3xl list-disc space-y-1 ps-5">
        <li>{countOf(kept, "lesson")} stay, with everything students did in them.</li>
        <Titles label="New for them" titles={added.map(({ title }) => title)} />
        <Titles
          label="Gone for them"
          titles={removed.map(
            ({ title, studentsWithProgress: n }) => `${title} (${countOf(n, "student")} had begun it)`,
          )}
        />
        <Titles
          label="Completed by another rule from then on"
          titles={changedRules.map(({ title }) => title)}
        />
        {completed > 0 && (
          <li>
            {countOf(completed, "student")} completed the course; they and their certificates stay as they
            are.
          </li>
        )}
      </ul>
      <Form state={state} intent="migrate" className="mt-4">
        <input type="hidden" name="toNumber" value={toNumber} />
        <Button icon="users">Move students to version {toNumber}</Button>
      </Form>
    </Section>
  );
}
