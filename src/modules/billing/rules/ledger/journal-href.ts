const PAGES: Record<string, string> = {
  invoice: "/console/billing/invoices/",
  credit_note: "/console/billing/invoices/",
  credit_freed: "/console/billing/invoices/",
  void: "/console/billing/invoices/",
  write_off: "/console/billing/invoices/",
  write_off_undone: "/console/billing/invoices/",
  earning_stopped: "/console/billing/invoices/",
};

/** The page of the console where the thing is that a journal tells of; null where there is none. `ref` is the journal's. */
export function journalHref(ref: string): string | null {
  const [what = "", id] = ref.split(":");
  const page = PAGES[what];
  return page !== undefined && id !== undefined ? `${page}${id}` : null;
}
