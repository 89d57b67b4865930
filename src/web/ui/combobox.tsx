import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { useField } from "#web/forms/form-context.ts";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import type { FieldTexts } from "#web/ui/field.tsx";
import { Field } from "#web/ui/field.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { floatClass, menuItemClass } from "#web/ui/menu-class.ts";
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
export function Combobox(props: ComboboxProps) {
  const hydrated = useHydrated();
  const { placeholder = "Type to search", ...field } = props;
  if (!hydrated) return <Select {...field} emptyLabel={placeholder} />;
  return <SearchableList {...props} placeholder={placeholder} />;
}

function SearchableList({ name, options, defaultValue, placeholder, ...texts }: ComboboxProps) {
  const scope = useField(name, texts);
  const start = scope.kept?.[0] ?? defaultValue;
  return (
    <Field {...texts} scope={scope}>
      <BaseCombobox.Root
        items={[...options]}
        name={name}
        defaultValue={options.find(({ value }) => value === start) ?? null}
      >
        <div className="relative">
          <BaseCombobox.Input
            id={scope.id}
            placeholder={placeholder}
            {...scope.aria}
            className={classNames(controlClass, controlHeight, "pe-9")}
          />
          <BaseCombobox.Trigger
            aria-label="Show all"
            className="absolute inset-y-0 end-0 flex w-9 items-center justify-center text-muted"
          >
            <Icon name="chevrons-up-down" />
          </BaseCombobox.Trigger>
        </div>
        <BaseCombobox.Portal>
          <BaseCombobox.Positioner sideOffset={6} className="z-50">
            <BaseCombobox.Popup
              className={classNames(
                floatClass,
                "max-h-(--available-height) w-(--anchor-width) overflow-y-auto p-1.5",
              )}
            >
              <BaseCombobox.Empty className="px-2.5 py-2 text-muted empty:hidden">
                Nothing matches
              </BaseCombobox.Empty>
              <BaseCombobox.List>
                {(option: Option) => (
                  <BaseCombobox.Item key={option.value} value={option} className={menuItemClass}>
                    <span className="min-w-0 flex-1">{option.label}</span>
                    <BaseCombobox.ItemIndicator>
                      <Icon name="check" />
                    </BaseCombobox.ItemIndicator>
                  </BaseCombobox.Item>
                )}
              </BaseCombobox.List>
            </BaseCombobox.Popup>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      </BaseCombobox.Root>
    </Field>
  );
}
