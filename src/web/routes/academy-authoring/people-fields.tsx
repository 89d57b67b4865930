import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Course } from "./course.tsx";

/** Questions people ask before they buy; the last row is for another. */
export function FaqFields({ facts }: { facts: Course["facts"] }) {
  return (
    <fieldset className="space-y-4">
      <legend className="mb-2 font-semibold">Questions and answers</legend>
      {[...facts.faq, null].map((entry, row) => (
        <div key={entry?.question ?? "new"} className="grid gap-3 md:grid-cols-2">
          <TextInput
            name={`facts.faq[${row}].question`}
            label={`Question ${row + 1}`}
            maxLength={300}
            optional
            defaultValue={entry?.question}
          />
          <TextArea
            name={`facts.faq[${row}].answer`}
            label="Answer"
            rows={2}
            maxLength={3000}
            optional
            defaultValue={entry?.answer}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Who teaches; the last row is for another. */
export function InstructorFields({ facts }: { facts: Course["facts"] }) {
  return (
    <fieldset className="space-y-4">
      <legend className="mb-2 font-semibold">Who teaches</legend>
      {[...facts.instructors, null].map((person, row) => (
        <div key={person?.name ?? "new"} className="grid gap-3 md:grid-cols-2">
          <TextInput
            name={`facts.instructors[${row}].name`}
            label={`Name ${row + 1}`}
            maxLength={120}
            optional
            defaultValue={person?.name}
          />
          <TextInput
            name={`facts.instructors[${row}].role`}
            label="Role"
            maxLength={120}
            optional
            defaultValue={person?.role}
          />
          <div className="md:col-span-2">
            <TextArea
              name={`facts.instructors[${row}].bio`}
              label="About them"
              rows={2}
              maxLength={2000}
              optional
              defaultValue={person?.bio}
            />
          </div>
        </div>
      ))}
    </fieldset>
  );
}
