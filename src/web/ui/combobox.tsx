import type { KeyboardEvent } from "react";
import { useState } from "react";
import { useField } from "#web/forms/form-context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { optionsMatching } from "#web/ui/combobox-options.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import type { FieldTexts } from "#web/ui/field.tsx";
import { Field } from "#web/ui/field.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { floatClass } from "#web/ui/menu-class.ts";
import type { Option } from "#web/ui/select.tsx";
import { Select } from "#web/ui/select.tsx";
import { useHydrated } from "#web/ui/use-hydrated.ts";

type ComboboxProps = FieldTexts & {
  name: string;
  options: readonly Option[];
  defaultValue?: string;
  placeholder?: string;
};

/** One of many, found by typing. Until scripts run it is a plain list, so that the form works all the same. */
export function Combobox({ placeholder = "Type to search", ...props }: ComboboxProps) {
  const hydrated = useHydrated();
  if (!hydrated) return <Select {...props} emptyLabel={placeholder} />;
  return <SearchableList {...props} placeholder={placeholder} />;
}

// Our own and not Base UI's: its popup hides the rest of the page from screen readers while focus stays in it,
// and its inline list says that it is open when it is not.
function SearchableList({ name, options, defaultValue, placeholder, ...texts }: ComboboxProps) {
  const scope = useField(name, texts);
  const list = useSearchableList(options, scope.kept?.[0] ?? defaultValue ?? "");
  const listId = `${scope.id}-options`;
  return (
    <Field {...texts} scope={scope}>
      <input type="hidden" name={name} value={list.value} />
      <div className="relative">
        <input
          id={scope.id}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={list.isOpen}
          aria-controls={listId}
          aria-activedescendant={
            list.isOpen && list.matching.length > 0 ? `${listId}-${list.active}` : undefined
          }
          {...scope.aria}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={list.text}
          onChange={(event) => list.type(event.currentTarget.value)}
          onClick={list.open}
          onBlur={list.leave}
          onKeyDown={list.onKeyDown}
          className={classNames(controlClass, controlHeight, "truncate pe-9")}
        />
        <Icon
          name="chevrons-up-down"
          className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-muted"
        />
        <Suggestions id={listId} label={texts.label} list={list} />
      </div>
    </Field>
  );
}

type List = ReturnType<typeof useSearchableList>;

function useSearchableList(options: readonly Option[], start: string) {
  const labelOf = (of: string) => options.find((option) => option.value === of)?.label ?? "";
  const [value, setValue] = useState(start);
  const [text, setText] = useState(labelOf(start));
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const matching = text === labelOf(value) ? options : optionsMatching(options, text);

  function close(chosen: string) {
    setValue(chosen);
    setText(labelOf(chosen));
    setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(isOpen ? (active + step + matching.length) % Math.max(1, matching.length) : 0);
      setOpen(true);
    } else if (isOpen && event.key === "Enter") {
      event.preventDefault();
      close(matching[active]?.value ?? value);
    } else if (isOpen && event.key === "Escape") {
      event.stopPropagation();
      close(value);
    }
  }

  return {
    value,
    text,
    isOpen,
    active,
    matching,
    choose: close,
    onKeyDown,
    open: () => setOpen(true),
    // An emptied field chooses nothing; anything else that was not chosen goes back to what was.
    leave: () => close(text.trim() === "" ? "" : value),
    type: (typed: string) => {
      setText(typed);
      setActive(0);
      setOpen(true);
    },
  };
}

function Suggestions({ id, label, list }: { id: string; label: string; list: List }) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={label}
      hidden={!list.isOpen}
      className={classNames(
        floatClass,
        "absolute inset-x-0 top-full z-20 mt-1.5 max-h-72 overflow-y-auto p-1.5",
      )}
    >
      {list.isOpen &&
        list.matching.map((option, index) => (
          <li
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.value === list.value}
            ref={(item) => {
              if (index === list.active) item?.scrollIntoView({ block: "nearest" });
            }}
            // Before the field loses focus, which would close the list.
            onPointerDown={(event) => {
              event.preventDefault();
              list.choose(option.value);
            }}
            className={classNames(
              "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 select-none hover:bg-hover touch:min-h-11",
              index === list.active && "bg-hover",
            )}
          >
            <span dir="auto" className="min-w-0 flex-1">
              {option.label}
            </span>
            {option.value === list.value && <Icon name="check" />}
          </li>
        ))}
      {list.isOpen && list.matching.length === 0 && (
        <li role="option" aria-disabled aria-selected={false} className="px-2.5 py-2 text-muted">
          Nothing matches
        </li>
      )}
    </ul>
  );
}
