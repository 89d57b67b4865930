import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";

interface MoveButtonsProps {
  intent: "move_module" | "move_lesson";
  /** Of what is moved, for who only hears the buttons. */
  name: string;
  fields: Record<string, string>;
  position: number;
  last: number;
}

/** Up and down by button: what dragging does, for the keyboard and without scripts. */
export function MoveButtons({ intent, name, fields, position, last }: MoveButtonsProps) {
  return (
    <Form intent={intent} className="flex gap-2">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button
        size="small"
        icon="arrow-up"
        name="position"
        value={position - 1}
        disabled={position === 1}
        aria-label={`Move ${name} up`}
      >
        Up
      </Button>
      <Button
        size="small"
        icon="arrow-down"
        name="position"
        value={position + 1}
        disabled={position === last}
        aria-label={`Move ${name} down`}
      >
        Down
      </Button>
    </Form>
  );
}
