import { publicUrl } from "#kernel/config.ts";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { renderMail } from "#kernel/mail/render.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { findAccount } from "#modules/people/index.ts";
import { ExpiryTold, MethodRef } from "#modules/billing/contract/dunning.ts";
import { CardExpiryTold } from "#modules/billing/events/dunning.ts";
import { chooseWords, dayWords } from "#modules/billing/rules/dunning/words/choose-words.ts";
import { readSeller } from "#modules/billing/tax/seller.ts";

interface EndingMethod {
  account_id: string;
  label: string;
  expires_on: string;
}

/** The method, while it is in use and its customer was not told of this end yet. */
const lockUntold = (tx: Tx, paymentMethodId: string) =>
  firstRow<EndingMethod>(
    tx,
    sql`SELECT account_id, label, expires_on::text FROM billing.payment_method
        WHERE id = ${paymentMethodId} AND removed_at IS NULL AND expires_on IS NOT NULL
          AND expiry_told_on IS DISTINCT FROM expires_on FOR UPDATE`,
  );

/** Tells a customer that a saved card runs out; once for each end. Does nothing where it was told, or is not to be. */
export const tellCardExpiry = defineCommand({
  name: "billing.tell_card_expiry",
  title: "Tell a customer that a card runs out",
  http: "POST /billing/payment-methods/:paymentMethodId/expiry-notice",
  access: "billing:money",
  input: MethodRef,
  output: ExpiryTold,
  load: (tx, { paymentMethodId }) => lockUntold(tx, paymentMethodId),
  run: async ({ tx, input, mail, config, emit }, method) => {
    const { paymentMethodId } = input;
    const account = method && (await findAccount(tx, method.account_id));
    if (!method || !account?.email) return { paymentMethodId, isTold: false };
    const { words, lang } = chooseWords(account.locale);
    const { name: company } = await readSeller(tx);
    const endsOn = dayWords(method.expires_on, lang);
    const { subject, paragraphs } = words.cardEnds({ method: method.label, endsOn, company });
    await mail.queue(tx, {
      ...renderMail({
        title: subject,
        paragraphs,
        action: { label: words.replaceCard, href: `${publicUrl(config)}/account/payment-methods` },
        footer: words.footer(company),
        lang,
      }),
      to: account.email,
      toName: account.name,
      subject,
      kind: "billing.card_expiry",
      idempotencyKey: `card-expiry:${paymentMethodId}:${method.expires_on}`,
    });
    await tx.execute(
      sql`UPDATE billing.payment_method SET expiry_told_on = expires_on WHERE id = ${paymentMethodId}`,
    );
    await emit(CardExpiryTold, {
      accountId: method.account_id,
      paymentMethodId,
      expiresOn: method.expires_on,
    });
    return { paymentMethodId, isTold: true };
  },
});
