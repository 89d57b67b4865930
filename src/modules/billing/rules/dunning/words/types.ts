/** Facts of a mail about a late invoice, already in the words of the reader's locale. */
export interface ReminderFacts {
  number: string;
  amount: string;
  dueOn: string;
  company: string;
  /** Label of the saved method that was charged in vain; null without one. */
  method: string | null;
  /** The day access ends; null when none is to end, or it has. */
  suspendsOn: string | null;
  isSuspended: boolean;
  isOrder: boolean;
  isFirst: boolean;
  isLast: boolean;
}

/** What a mail says, before the ways to pay are put under it. */
export interface MailWords {
  subject: string;
  paragraphs: string[];
}

/** All words of dunning in one language. */
export interface DunningWords {
  reminder(facts: ReminderFacts): MailWords;
  suspended(facts: Pick<ReminderFacts, "number" | "amount" | "company">): MailWords;
  cardEnds(facts: { method: string; endsOn: string; company: string }): MailWords;
  pay: string;
  replaceCard: string;
  transfer: string;
  iban: string;
  bic: string;
  reference: string;
  recipient: string;
  footer(company: string): string;
}
