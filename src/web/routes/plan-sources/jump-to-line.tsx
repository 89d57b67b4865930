import { Form } from "react-router";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";

/** Goes to a line by its number; the page answers with the part of the file that holds it. */
export function JumpToLine({ last }: { last: number }) {
  return (
    <Form method="get" role="search" className="flex items-center gap-2">
      <label htmlFor="jump" className="text-13 font-medium">
        Go to line
      </label>
      <input
        id="jump"
        name="jump"
        type="number"
        inputMode="numeric"
        min={1}
        max={last}
        required
        className={classNames(controlClass, controlHeight, "max-w-28 tabular-nums")}
      />
      <Button look="secondary">Go</Button>
    </Form>
  );
}
