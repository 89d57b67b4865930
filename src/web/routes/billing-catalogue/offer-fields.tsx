import { NumberInput } from "#web/ui/number-input.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";

interface OfferFieldsProps {
  offer?: {
    name: string;
    description: string;
    features: readonly string[];
    trialDays: number;
    accessDays: number | null;
    position: number;
    isPublic: boolean;
  };
}

/** What of an offer may be changed later. */
export function OfferFields({ offer }: OfferFieldsProps) {
  return (
    <>
      <TextInput name="name" label="Name" maxLength={120} defaultValue={offer?.name} />
      <TextArea
        name="description"
        label="Description"
        hint="One sentence: for whom it is."
        optional
        rows={2}
        defaultValue={offer?.description}
      />
      <TextArea
        name="features"
        label="What the pricing page lists"
        hint="One line each, 20 at most."
        optional
        rows={5}
        defaultValue={offer?.features.join("\n")}
      />
      <NumberInput
        name="trialDays"
        label="Trial"
        hint="Of a subscription: days that cost nothing. 0 for none."
        unit="days"
        defaultValue={String(offer?.trialDays ?? 0)}
      />
      <NumberInput
        name="accessDays"
        label="Access"
        hint="Of what is bought once: days it may be used. Empty for ever."
        unit="days"
        optional
        defaultValue={offer?.accessDays === null ? "" : String(offer?.accessDays ?? "")}
      />
      <NumberInput
        name="position"
        label="Place in lists"
        hint="Lower comes first."
        defaultValue={String(offer?.position ?? 0)}
      />
      <Switch
        name="isPublic"
        label="Listed on the pricing page"
        hint="Switched off, it is sold by its link alone."
        defaultChecked={offer?.isPublic ?? true}
      />
    </>
  );
}
