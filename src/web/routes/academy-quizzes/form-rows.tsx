import { useField } from "#web/forms/form-context.ts";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { RowProps } from "./row-list.tsx";

const nameOf = (at: number, field: string) => `rows[${at}].${field}`;

const Id = ({ row, at }: RowProps) => <input type="hidden" name={nameOf(at, "id")} value={row.id} />;

/** An option of which one is right. */
export const SingleOptionRow = (props: RowProps) => <OptionRow {...props} isSingle />;
/** An option of which several are right. */
export const MultipleOptionRow = (props: RowProps) => <OptionRow {...props} isSingle={false} />;

function OptionRow({ row, at, isSingle }: RowProps & { isSingle: boolean }) {
  return (
    <div className="space-y-3">
      <Id row={row} at={at} />
      <TextArea
        name={nameOf(at, "text")}
        label={`Option ${at + 1}`}
        optional
        rows={1}
        defaultValue={row.text}
      />
      {isSingle ? (
        <RightRadio at={at} isRight={row.correct ?? false} />
      ) : (
        <Checkbox name={nameOf(at, "correct")} label="Right" defaultChecked={row.correct} />
      )}
      <TextInput
        name={nameOf(at, "feedback")}
        label="Said to who chooses it"
        optional
        defaultValue={row.feedback}
      />
    </div>
  );
}

function RightRadio({ at, isRight }: { at: number; isRight: boolean }) {
  const { kept } = useField("right", {});
  return (
    <label className="flex min-h-9 items-center gap-2.5 touch:min-h-11">
      <input
        type="radio"
        name="right"
        value={at}
        defaultChecked={kept ? kept[0] === String(at) : isRight}
        className="radio"
      />
      Right
    </label>
  );
}

/** An item of an order with its place. */
export function ItemRow({ row, at }: RowProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_96px] gap-3">
      <Id row={row} at={at} />
      <TextInput name={nameOf(at, "text")} label={`Item ${at + 1}`} optional defaultValue={row.text} />
      <NumberInput name={nameOf(at, "place")} label="Place" min={1} max={99} defaultValue={at + 1} />
    </div>
  );
}

/** Two sides that belong together. */
export function PairRow({ row, at }: RowProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Id row={row} at={at} />
      <TextInput name={nameOf(at, "text")} label={`Left side ${at + 1}`} optional defaultValue={row.text} />
      <TextInput name={nameOf(at, "right")} label="Belongs to it" optional defaultValue={row.right} />
    </div>
  );
}

/** A gap: accepted answers to type, or a list to choose of. */
export function BlankRow({ row, at }: RowProps) {
  return (
    <div className="space-y-3">
      <input type="hidden" name={nameOf(at, "id")} value={row.id || String(at + 1)} />
      <TextArea
        name={nameOf(at, "text")}
        label={`Gap {{${row.id || at + 1}}}`}
        optional
        hint="Accepted answers, one per line. For a list to choose of: the options, with a star before the right one."
        rows={3}
        defaultValue={row.text}
      />
      <Checkbox name={nameOf(at, "isList")} label="Chosen of a list" defaultChecked={row.isList} />
    </div>
  );
}
