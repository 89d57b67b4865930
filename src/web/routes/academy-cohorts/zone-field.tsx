import type { ReactNode } from "react";
import { Combobox } from "#web/ui/combobox.tsx";

const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) => ({
  value: zone,
  label: zone.replaceAll("_", " "),
}));

/** A time zone, found by typing. */
export function ZoneField({ zone, hint }: { zone: string; hint?: ReactNode }) {
  return <Combobox name="zone" label="Time zone" hint={hint} options={ZONES} defaultValue={zone} />;
}
