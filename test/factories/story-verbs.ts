import assert from "node:assert/strict";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { BUYER, buy, pay } from "#test/factories/shop.ts";
import type { StoryLine, Teller } from "#test/factories/story.ts";

/** People of the stories beside the usual one, who lives where no tax is charged. */
const BUYERS: Readonly<Record<string, Record<string, unknown>>> = {
  german: { country: "DE", region: null, postcode: "10115", city: "Berlin" },
  french: { country: "FR", region: null, postcode: "75001", city: "Paris" },
  slovak: { country: "SK", region: null, postcode: "81101", city: "Bratislava" },
  swiss: { country: "CH", region: null, postcode: "8001", city: "Zürich" },
  company: {
    country: "FR",
    region: null,
    postcode: "75001",
    city: "Paris",
    organisation: "Acier SA",
    taxId: "FR40303265045",
  },
};

const minor = (text: string): number => Math.round(Number(text) * 100);

/** What follows a word, such as the code after `coupon`. */
const after = (words: readonly string[], word: string): string | undefined =>
  words.includes(word) ? words[words.indexOf(word) + 1] : undefined;

const seats = (words: readonly string[]): number =>
  Number(words.find((word) => /^x\d+$/.test(word))?.slice(1) ?? 1);

const database = ({ at }: Teller) => at.house.app.database.db;

const invoicesOf = (teller: Teller, where = sql`true`) =>
  rows<{ id: string; open: number; total: number }>(
    database(teller),
    sql`SELECT id, total_minor - paid_minor - credited_minor AS open, total_minor AS total FROM billing.invoice
        WHERE account_id = ${teller.accountId || null} AND kind = 'invoice' AND ${where} ORDER BY issued_at, number`,
  );

const openInvoices = (teller: Teller) =>
  invoicesOf(teller, sql`status = 'open' AND total_minor > paid_minor + credited_minor`);

async function payAll(teller: Teller): Promise<void> {
  for (const { id } of await openInvoices(teller)) await pay(teller.at.house, id);
}

async function purchase(teller: Teller, { words }: StoryLine): Promise<void> {
  const [offer = "", name = ""] = words;
  const bought = await buy(teller.at.house, teller.at.price(offer, name), {
    buyer: {
      ...BUYER,
      email: teller.at.nextBuyer(),
      name: teller.name.slice(0, 100),
      ...BUYERS[after(words, "as") ?? ""],
    },
    couponCode: after(words, "coupon"),
    quantity: seats(words),
    zone: teller.zone,
  });
  teller.accountId = bought.accountId;
  const subscription = await firstRow<{ id: string }>(
    database(teller),
    sql`SELECT id FROM billing.subscription WHERE account_id = ${bought.accountId}`,
  );
  teller.subscriptionId = subscription?.id ?? "";
}

/** Changes the plan, and holds what comes of it to what the preview said, to the cent. */
async function change(teller: Teller, { words }: StoryLine): Promise<void> {
  const { house, price } = teller.at;
  const [offer = "", name = ""] = words;
  const when = words.includes("now")
    ? ("now" as const)
    : words.includes("later")
      ? ("period_end" as const)
      : undefined;
  const asked = {
    subscriptionId: teller.subscriptionId,
    priceId: price(offer, name),
    quantity: seats(words),
    when,
  };
  const preview = await house.call("billing.preview_change", asked);
  const shown = preview.quote?.totalMinor ?? 0;
  const done = await house.call("billing.change_subscription", { ...asked, totalMinor: shown });
  const given = done.creditNotes.reduce((sum, note) => sum + note.totalMinor, 0);
  assert.equal((done.invoice?.totalMinor ?? 0) - given, shown, "the preview is the invoice");
  if (done.invoice) assert.equal(done.invoice.openMinor, preview.dueMinor, "the preview says what is due");
}

async function refund(teller: Teller, { words }: StoryLine): Promise<void> {
  const [which = "last", amount = "all"] = words;
  const all = await invoicesOf(teller);
  const invoice = which === "first" ? all[0] : all.at(-1);
  await teller.at.house.call("billing.refund_invoice", {
    invoiceId: invoice?.id ?? "",
    amountMinor: amount === "all" ? null : minor(amount),
    reason: "Told so",
    payOut: !words.includes("as-credit"),
  });
}

async function payPart(teller: Teller, { words }: StoryLine): Promise<void> {
  const [amount] = words;
  const [oldest] = await openInvoices(teller);
  if (!amount) return payAll(teller);
  const { id } = oldest ?? (await invoicesOf(teller)).at(-1) ?? { id: "" };
  await pay(teller.at.house, id, minor(amount));
}

const job = (name: string) => async (teller: Teller) => teller.at.house.runJob(name);

type Call = Parameters<Teller["at"]["house"]["call"]>[0];
const ofSubscription = (name: Call, more: (words: readonly string[]) => object = () => ({})) =>
  (async (teller, { words }) => {
    await teller.at.house.call(name, { subscriptionId: teller.subscriptionId, ...more(words) } as never);
  }) satisfies Verb;

type Verb = (teller: Teller, line: StoryLine) => Promise<unknown>;

let used = 0;

/** Tells of so many units used, at noon of a day, or now. */
async function use(teller: Teller, { at, words }: StoryLine): Promise<void> {
  const day = after(words, "on");
  const when = day
    ? Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(teller.zone).toInstant()
    : at;
  used += 1;
  const { rejected } = await teller.at.house.call("billing.record_usage", {
    events: [
      {
        accountId: teller.accountId,
        meter: "studio.documents",
        eventKey: `story ${used}`,
        quantity: Number(words[0]),
        occurredAt: when.toString(),
      },
    ],
  });
  assert.equal(rejected, words.includes("refused") ? 1 : 0);
}

const VERBS: Readonly<Record<string, Verb>> = {
  buy: purchase,
  bill: job("billing.bill_due"),
  dun: job("billing.run_dunning"),
  expire: job("billing.expire_orders"),
  earn: job("billing.earn_revenue_daily"),
  change,
  refund,
  pay: payPart,
  cancel: ofSubscription("billing.cancel_subscription", (words) => ({
    when: words.includes("now") ? "now" : "period_end",
  })),
  keep: ofSubscription("billing.keep_subscription"),
  pause: ofSubscription("billing.pause_subscription", (words) => ({
    resumesOn: after(words, "until") ?? null,
  })),
  resume: ofSubscription("billing.resume_subscription"),
  use,
  revive: ofSubscription("billing.reactivate_subscription"),
  look: async () => {},
  /** Every hour's billing from the day after the last line on, at noon where the customer lives. */
  live: async (teller, { at, words }) => {
    const { clock } = teller.at.house;
    const days = Number(words[0] ?? 1);
    for (let day = days; day >= 0; day -= 1) {
      clock.set(at.subtract({ hours: 24 * day }));
      await teller.at.house.runJob("billing.bill_due");
      await teller.at.house.runJob("billing.run_dunning");
    }
  },
  /** Opens the shop in a country, known to its tax office and to the One Stop Shop. */
  sell: async (teller, { words }) => {
    const country = words.at(-1) ?? "";
    const value = { country, taxIds: { [country]: "DE136695976" }, oss: true };
    await teller.at.house.call("platform.update_settings", { key: "billing.seller", value });
  },
  /** Says that a tax id was looked at and is right. */
  vouch: async (teller, { words }) => {
    const [taxId = "", country = ""] = words;
    await teller.at.house.call("billing.confirm_tax_id", { taxId, country, isValid: true, proof: "Letter" });
  },
  set: async (teller, { words }) => {
    const [mode] = words;
    const { house } = teller.at;
    await house.call("platform.update_settings", { key: "billing.rules", value: { prorationMode: mode } });
  },
};

/** Does what a line says; what is owed then is paid at once, unless the line says otherwise. */
export async function act(teller: Teller, line: StoryLine): Promise<void> {
  const verb = VERBS[line.verb];
  if (!verb) throw new Error(`No story knows how to ${line.verb}`);
  await verb(teller, line);
  const isLeftOpen = line.words.includes("unpaid") || ["pay", "dun", "look", "expire"].includes(line.verb);
  if (!isLeftOpen) await payAll(teller);
}
