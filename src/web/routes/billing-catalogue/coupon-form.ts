import type { RawForm } from "#web/forms/raw-form.ts";
import { typedMinor, typedPpm } from "#web/forms/typed-money.ts";
import { dayEnd, dayStart } from "./price-form.ts";

const text = (raw: unknown): string => (typeof raw === "string" ? raw.trim() : "");

/** The fields of a coupon as the schema takes them: only what the chosen kind and duration know. */
export function couponForm(form: RawForm, { locale, zone }: { locale: string; zone: string }): RawForm {
  const isPercent = form.takes !== "amount";
  const currency = text(form.currency).toUpperCase();
  const offerIds = [form.offerIds ?? []].flat();
  return {
    ...form,
    percentPpm: isPercent ? typedPpm(form.percentPpm, locale) || "missing" : "",
    amountMinor: isPercent ? "" : typedMinor(form.amountMinor, currency, locale) || "missing",
    currency: isPercent ? "" : currency,
    months: form.duration === "months" ? text(form.months) : "",
    offerIds: offerIds.length === 0 ? "" : offerIds,
    oncePerAccount: form.oncePerAccount === undefined ? "false" : "true",
    startsAt: dayStart(form.startsAt, zone),
    endsAt: dayEnd(form.endsAt, zone),
  };
}
