/** What is known of somebody that another may be the same as. E-mail addresses and tax ids as written. */
export interface Identity {
  accountIds: readonly string[];
  personIds: readonly string[];
  emails: readonly string[];
  taxIds: readonly string[];
}

/** Why a buyer and a partner are taken for one. */
export type SelfReferral = "same_account" | "same_person" | "same_email" | "same_tax_id";

/**
 * The mailbox behind an address: what follows a plus is the owner's own affair, and Gmail reads no dots. Two addresses of
 * one mailbox belong to one person.
 */
export function mailboxOf(email: string): string {
  const [local = "", domain = ""] = email.trim().toLowerCase().split("@");
  const name = local.split("+")[0] ?? "";
  const isGmail = domain === "gmail.com" || domain === "googlemail.com";
  return isGmail ? `${name.replaceAll(".", "")}@gmail.com` : `${name}@${domain}`;
}

/** A tax id without what people put between its digits. */
export const bareTaxId = (taxId: string): string => taxId.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");

const share = (a: readonly string[], b: readonly string[], form = (text: string) => text): boolean => {
  const known = new Set(a.map(form).filter((text) => text !== ""));
  return b.some((text) => known.has(form(text)));
};

/** Whether a partner sent themselves: the same account, person, mailbox or tax id; null when they are strangers. */
export function findSelfReferral(partner: Identity, buyer: Identity): SelfReferral | null {
  if (share(partner.accountIds, buyer.accountIds)) return "same_account";
  if (share(partner.personIds, buyer.personIds)) return "same_person";
  if (share(partner.emails, buyer.emails, mailboxOf)) return "same_email";
  if (share(partner.taxIds, buyer.taxIds, bareTaxId)) return "same_tax_id";
  return null;
}
