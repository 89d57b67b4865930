import type { ComponentProps, KeyboardEvent, SyntheticEvent } from "react";
import { useId, useRef, useState } from "react";
import { classNames } from "#web/ui/class-names.ts";
import { floatClass } from "#web/ui/menu-class.ts";
import { TextArea } from "#web/ui/text-area.tsx";
import type { Person } from "./load-people.ts";
import { type MentionQuery, mentionAt, peopleMatching } from "./mention-query.ts";

type MentionAreaProps = ComponentProps<typeof TextArea> & { people: readonly Person[] };

/** Text in which `@` offers names. Without scripts a name is typed out: the server knows it all the same. */
export function MentionArea({ people, ...props }: MentionAreaProps) {
  const names = useNames(people);
  const listId = useId();
  return (
    <div className="relative">
      <TextArea
        {...props}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={names.found.length > 0 ? listId : undefined}
        aria-activedescendant={names.found.length > 0 ? `${listId}-${names.active}` : undefined}
        onInput={names.look}
        onClick={names.look}
        onKeyDown={names.onKeyDown}
        onBlur={names.close}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label="People"
        hidden={names.found.length === 0}
        className={classNames(floatClass, "absolute start-0 top-full z-20 mt-1.5 w-64 max-w-full p-1.5")}
      >
        {names.found.map(({ id, name }, index) => (
          <li
            key={id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === names.active}
            // Before the field loses focus, which would close the list.
            onPointerDown={(event) => {
              event.preventDefault();
              names.choose(name);
            }}
            className={classNames(
              "flex min-h-9 cursor-pointer items-center rounded-control px-2.5 select-none hover:bg-hover touch:min-h-11",
              index === names.active && "bg-hover",
            )}
          >
            <span dir="auto">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useNames(people: readonly Person[]) {
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [active, setActive] = useState(0);
  const area = useRef<HTMLTextAreaElement | null>(null);
  const found = query ? peopleMatching(people, query.text) : [];

  function look({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) {
    area.current = currentTarget;
    setQuery(mentionAt(currentTarget.value, currentTarget.selectionStart));
    setActive(0);
  }

  function choose(name: string) {
    if (!area.current || !query) return;
    area.current.setRangeText(`${name} `, query.start, query.start + query.text.length, "end");
    setQuery(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = found[active];
    if (!person) return;
    if (step !== undefined) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      choose(person.name);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      setQuery(null);
    }
  }

  return { found, active, look, choose, onKeyDown, close: () => setQuery(null) };
}
