import type { DecimalMark } from "./read-amount.ts";
import type { DateOrder } from "./read-date.ts";

/** What a column of a bank's CSV file may mean. Of `remittance` there may be several. */
export const COLUMN_ROLES = [
  "bookedOn",
  "amount",
  "credit",
  "debit",
  "direction",
  "currency",
  "payerName",
  "payerIban",
  "remittance",
  "bankRef",
  "bankAccount",
  "state",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** How a CSV file of a bank is read. Columns by their place from 0; null: it has none such. */
export interface CsvLayout {
  columns: Record<ColumnRole, number[]>;
  dateOrder: DateOrder;
  decimalMark: DecimalMark;
  /** The file writes money that came in as negative. */
  isInverted: boolean;
}

/** Words of column heads, without spaces and signs, in the languages of banks we know. Whole words first, then beginnings. */
const WORDS: Record<ColumnRole, string> = {
  bookedOn:
    "buchungstag buchungsdatum buchungsdatumtime bookingdate bookingdatetime bookeddate bookdate postingdate posteddate transactiondate datecompletedutc completeddate datecompleted dateoperation datedoperation datedeloperation datedecomptabilisation datecomptable fechaoperacion fechadeoperacion fechacontable dataoperazione datacontabile dataoperacji dataksiegowania boekdatum boekingsdatum bogforingsdato bokforingsdato bokforingsdag buchung datum date data fecha dato valutadatum valuedate wertstellung finishedon createdon",
  amount:
    "betrag betrageur umsatz umsatzinwahrung amount amounteur amountgbp amountusd betragineur montant montanteur importe importo importoeur bedrag bedrageur transactieamount belopp belob kwota suma valor value targetamountafterfees",
  credit:
    "haben habeneur gutschrift credit credits creditamount paidin moneyin deposit deposits crediteur montantcredit avere entrate accrediti ingreso ingresos abono abonos bij einzahlung",
  debit:
    "soll solleur belastung lastschrift debit debits debitamount paidout moneyout withdrawal withdrawals debiteur montantdebit dare uscite addebiti gasto gastos cargo cargos af auszahlung",
  direction:
    "sollhaben sollhabenkennzeichen sh afbij creditdebit creditdebitindicator debitcredit dc cdtdbtind direction drcr crdr bijaf",
  currency:
    "wahrung waehrung currency currencycode devise divisa munt muntsoort ccy valuta valutacode waluta targetcurrency",
  payerName:
    "namezahlungsbeteiligter zahlungspflichtiger zahlungspflichtige auftraggeber auftraggeberbegunstigter auftraggeberzahlungsempfanger begunstigterzahlungspflichtiger beguenstigterzahlungspflichtiger begunstigter beguenstigter payer payee payerpayee counterparty counterpartyname naamtegenpartij naamomschrijving tegenpartij contrepartie tiers nomtiers ordenante beneficiario ordinante partnername partner sendername sourcename from absender name naam nom",
  payerIban:
    "ibanzahlungsbeteiligter kontonummeriban ibankontonummer ibancounterparty counterpartyiban counterpartyaccount tegenrekening tegenrekeningibanbban rekeningtegenpartij partneriban partneraccountnumber ibanauftraggeber kontonummerbankleitzahl kontonummer payeraccount contraaccount iban",
  remittance:
    "verwendungszweck verwendungszweckzahlungsreferenz vwz vorgangverwendungszweck description transactiondescription details transactiondetails memo narrative paymentreference reference referenceno referenz remittanceinformation libelle libelledeloperation libelleoperation intitule concepto observaciones causale descrizione descrizioneoperazione omschrijving mededelingen mededeling message meddelande text opis tytul title payeereference kundenreferenz kundenreferenzendtoend endtoendreferenz endtoendid betalingskenmerk note notes buchungstext additionalinfo moredetails merchant",
  bankRef:
    "transactionid transaktionsid transferwiseid id fitid referencenumber bankreference banksreference volgnr volgnummer entryreference accountservicerreference journalnumber",
  bankAccount:
    "ibanauftragskonto auftragskonto ownaccount rekening account accountnumber accountiban ibanbban konto compte numerodecompte",
  state: "state status",
};

const EXACT = new Map<string, ColumnRole>();
for (const role of COLUMN_ROLES)
  for (const word of WORDS[role].split(" ")) if (!EXACT.has(word)) EXACT.set(word, role);

/** A column head without accents, spaces and signs: `Währung (EUR)` is `wahrungeur`. */
const simple = (head: string): string =>
  head
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Only so long a known word says something at the beginning of a longer head. */
const LONG = 6;
/** "Creditor" is somebody, "Credit" an amount: these only whole. */
const WHOLE_ONLY: readonly ColumnRole[] = ["credit", "debit", "direction"];
const BEGINNINGS = [...EXACT]
  .filter(([word, role]) => word.length >= LONG && !WHOLE_ONLY.includes(role))
  .toSorted(([a], [b]) => b.length - a.length);

const empty = (): CsvLayout["columns"] => ({
  bookedOn: [],
  amount: [],
  credit: [],
  debit: [],
  direction: [],
  currency: [],
  payerName: [],
  payerIban: [],
  remittance: [],
  bankRef: [],
  bankAccount: [],
  state: [],
});

const beginning = (word: string): ColumnRole | undefined =>
  BEGINNINGS.find(([known]) => word.startsWith(known))?.[1];

/**
 * Columns by their heads. Whole words go before beginnings of words, so that "Betrag" is the amount and "Umsatztyp" beside
 * it is not; the first of a meaning counts, and of texts every one.
 */
export function columnsOf(heads: readonly string[]): CsvLayout["columns"] {
  const columns = empty();
  const words = heads.map(simple);
  const taken = new Set<number>();
  for (const meaningOf of [(word: string) => EXACT.get(word), beginning])
    for (const [index, word] of words.entries()) {
      const role = taken.has(index) ? undefined : meaningOf(word);
      if (!role || (role !== "remittance" && columns[role].length > 0)) continue;
      columns[role].push(index);
      taken.add(index);
    }
  for (const role of COLUMN_ROLES) columns[role].sort((a, b) => a - b);
  return columns;
}

/** Enough to book by: a day, and amounts one way or the other. */
export const isUsable = ({ bookedOn, amount, credit, debit }: CsvLayout["columns"]): boolean =>
  bookedOn.length > 0 && (amount.length > 0 || credit.length > 0 || debit.length > 0);
