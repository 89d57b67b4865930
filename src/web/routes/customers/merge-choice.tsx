import { Form } from "react-router";
import { Button } from "#web/ui/button.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

/** One who may be the same. */
export interface Candidate {
  id: string;
  name: string;
  detail: string;
}

interface MergeChoiceProps {
  label: string;
  text: string;
  candidates: readonly Candidate[];
}

/** Looks for the other one by name or address. */
export function MergeChoice({ label, text, candidates }: MergeChoiceProps) {
  return (
    <>
      <Form method="get" className="flex max-w-form flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-56">
          <TextInput name="q" type="search" label={label} defaultValue={text} />
        </div>
        <Button>Look</Button>
      </Form>
      {text !== "" && candidates.length === 0 && <p className="mt-4 text-muted">Nobody was found.</p>}
      {candidates.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {candidates.map(({ id, name, detail }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
              <span className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
                <bdi className="font-medium">{name}</bdi>
                <span className="block text-13 text-muted">{detail}</span>
              </span>
              <TextLink to={`?other=${id}`} className="touch:py-3">
                See what merging does
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
