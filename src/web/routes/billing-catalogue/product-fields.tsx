import { NumberInput } from "#web/ui/number-input.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { optionsOf, TAX_CATEGORIES } from "./words.ts";

interface ProductFieldsProps {
  product?: { name: string; description: string; taxCategory: string; position: number };
}

/** What of a product may be changed later. */
export function ProductFields({ product }: ProductFieldsProps) {
  return (
    <>
      <TextInput name="name" label="Name" maxLength={120} defaultValue={product?.name} />
      <TextArea
        name="description"
        label="Description"
        hint="One or two sentences for the pricing page."
        optional
        rows={3}
        defaultValue={product?.description}
      />
      <Select
        name="taxCategory"
        label="For the tax office it is a"
        hint="The rules of tax go by it."
        options={optionsOf(TAX_CATEGORIES)}
        defaultValue={product?.taxCategory ?? "digital_service"}
      />
      <NumberInput
        name="position"
        label="Place in lists"
        hint="Lower comes first."
        defaultValue={String(product?.position ?? 0)}
      />
    </>
  );
}
