import type { RawForm } from "#web/forms/raw-form.ts";
import { dayEnd } from "../billing-catalogue/price-form.ts";

/** What is given to an account as the schema takes it: the end of the last day that was typed, in the company's zone. */
export function grantForm(form: RawForm, { accountId, zone }: { accountId: string; zone: string }): RawForm {
  const { lastDay, ...rest } = form;
  return { ...rest, accountId, untilAt: dayEnd(lastDay, zone) };
}
