import { classNames } from "#web/ui/class-names.ts";
import { controlClass } from "#web/ui/control-class.ts";
import { Icon } from "#web/ui/icon.tsx";

interface Props {
  id: string;
  text: string;
  at: number;
  of: number;
  onMove(to: number): void;
}

/** One item of an order, with its place and the ways to move it. */
export function OrderRow({ id, text, at, of, onMove }: Props) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-control border border-line bg-surface p-2 ps-3.5">
      <span className="min-w-0 flex-1 basis-40" dir="auto">
        {text}
      </span>
      <input type="hidden" name="order" value={id} />
      <span className="flex items-center gap-2">
        <select
          name="place"
          value={at + 1}
          aria-label={`Place of ${text}`}
          onChange={(event) => onMove(Number(event.target.value) - 1)}
          className={classNames(controlClass, "h-11 w-16 text-16")}
        >
          {Array.from({ length: of }, (_, place) => (
            <option key={place} value={place + 1}>
              {place + 1}
            </option>
          ))}
        </select>
        <MoveButton
          value={`${id}:up`}
          label={`Move ${text} up`}
          isOff={at === 0}
          onMove={() => onMove(at - 1)}
        />
        <MoveButton
          value={`${id}:down`}
          label={`Move ${text} down`}
          isOff={at === of - 1}
          onMove={() => onMove(at + 1)}
        />
      </span>
    </li>
  );
}

interface MoveProps {
  value: string;
  label: string;
  isOff: boolean;
  onMove(): void;
}

function MoveButton({ value, label, isOff, onMove }: MoveProps) {
  return (
    <button
      type="submit"
      name="move"
      value={value}
      aria-label={label}
      aria-disabled={isOff}
      className="flex size-11 shrink-0 items-center justify-center rounded-control border border-line hover:bg-hover aria-disabled:opacity-40"
      onClick={(event) => {
        event.preventDefault();
        // Stays in reach of the keyboard at either end, and does nothing there.
        if (!isOff) onMove();
      }}
    >
      <Icon name={value.endsWith(":up") ? "arrow-up" : "arrow-down"} />
    </button>
  );
}
