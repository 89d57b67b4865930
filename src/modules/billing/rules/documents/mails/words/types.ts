/** Words of the mails about documents in one language. `{name}` is filled in. */
export interface DocumentMailWords {
  hello: string;
  invoice: {
    subject: string;
    subjectPaid: string;
    intro: string;
    transfer: string;
    card: string;
    paid: string;
    attached: string;
    attachedHybrid: string;
    action: string;
  };
  payment: {
    subject: string;
    intro: string;
    introOn: string;
    paidFull: string;
    paidPart: string;
    credit: string;
    attached: string;
    action: string;
  };
  credit: {
    subject: string;
    intro: string;
    reason: string;
    settled: string;
  };
  refund: {
    subject: string;
    intro: string;
    wait: string;
  };
  footer: string;
  footerWithMail: string;
}
