import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import {
  type ReadStatement,
  readStatement,
} from "#modules/billing/rules/payments/statements/read-statement.ts";
import { StatementError } from "#modules/billing/rules/payments/statements/statement.ts";

const FACTS = { currency: "EUR", bankAccount: "-", layoutOf: () => undefined };
const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
const read = (content: string | Uint8Array, facts: Partial<typeof FACTS> = {}): ReadStatement =>
  readStatement(typeof content === "string" ? bytes(content) : content, { ...FACTS, ...facts });
const rowsOf = (statement: ReadStatement) =>
  statement.lines.map(({ bookedOn, amountMinor, currency, payerName }) => [
    bookedOn,
    amountMinor,
    currency,
    payerName,
  ]);

/** Files as banks write them, shortened; what they must be read as. */
const DIALECTS: Record<string, { file: string | Uint8Array; currency?: string; wanted: unknown[][] }> = {
  "a savings bank in Germany, Windows-1252": {
    file: latin(
      '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Kundenreferenz (End-to-End)";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"\n' +
        '"DE02120300000000202051";"31.01.27";"31.01.27";"GUTSCHRIFT";"RF18 5390 0754 7034";"NOTPROVIDED";"Jörg Müller";"DE89370400440532013000";"COBADEFFXXX";"1.197,00";"EUR";"Umsatz gebucht"\n' +
        '"DE02120300000000202051";"30.01.27";"30.01.27";"LASTSCHRIFT";"Miete";"";"Vermieter";"DE12500105170648489890";"";"-850,50";"EUR";"Umsatz gebucht"\n',
    ),
    wanted: [
      ["2027-01-31", 119_700, "EUR", "Jörg Müller"],
      ["2027-01-30", -85_050, "EUR", "Vermieter"],
    ],
  },
  "a direct bank with lines above its table": {
    file:
      '"Girokonto";"DE02120300000000202051"\n"Zeitraum:";"01.01.2027 - 31.01.2027"\n"Kontostand vom 31.01.2027:";"1.234,56 €"\n""\n' +
      '"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"\n' +
      '"31.01.27";"31.01.27";"Gebucht";"Anna Ahrens";"Cairn GmbH";"Rechnung INV-000042";"Eingang";"DE89370400440532013000";"97,00 €";"";"";""\n' +
      '"31.01.27";"";"Vorgemerkt";"Kim";"Cairn GmbH";"noch nicht da";"Eingang";"";"50,00 €";"";"";""\n',
    wanted: [["2027-01-31", 9700, "EUR", "Anna Ahrens"]],
  },
  "a cooperative bank with S and H": {
    file:
      "Buchungstag;Valuta;Auftraggeber/Zahlungsempfänger;Empfänger/Zahlungspflichtiger;Konto-Nr.;Vorgang/Verwendungszweck;Währung;Umsatz; \n" +
      "31.01.2027;31.01.2027;Cairn;Anna Ahrens;1;Danke;EUR;97,00;H\n31.01.2027;31.01.2027;Cairn;Post;1;Porto;EUR;3,70;S\n",
    wanted: [
      ["2027-01-31", 9700, "EUR", "Cairn"],
      ["2027-01-31", -370, "EUR", "Cairn"],
    ],
  },
  "a bank with debit and credit columns": {
    file: "Buchungstag;Begünstigter / Auftraggeber;Verwendungszweck;Soll;Haben;Währung\n31.01.2027;Anna;Rechnung;;1.197,00;EUR\n30.01.2027;Post;Porto;-3,70;;EUR\n",
    wanted: [
      ["2027-01-31", 119_700, "EUR", "Anna"],
      ["2027-01-30", -370, "EUR", "Post"],
    ],
  },
  "a bank in the Netherlands with Af and Bij": {
    file:
      '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"\n' +
      '"20270131","A. de Vries","NL91ABNA0417164300","NL02RABO0123456789","GT","Bij","1197,00","Online","Factuur INV-000042"\n' +
      '"20270130","Energie","NL91ABNA0417164300","NL20INGB0001234567","IC","Af","45,10","Incasso","Januari"\n',
    wanted: [
      ["2027-01-31", 119_700, "EUR", "A. de Vries"],
      ["2027-01-30", -4510, "EUR", "Energie"],
    ],
  },
  "a bank in France": {
    file: "Date de l'opération;Libellé;Débit;Crédit\n31/01/2027;VIR ANNA AHRENS INV-000042;;1 197,00\n13/01/2027;LOYER;850,50;\n",
    wanted: [
      ["2027-01-31", 119_700, "EUR", ""],
      ["2027-01-13", -85_050, "EUR", ""],
    ],
  },
  "a bank in Switzerland": {
    file: "Datum;Buchungstext;Betrag;Währung\n31.01.2027;Zahlung von Anna;1'197.05;CHF\n30.01.2027;Gebühr;-5.00;CHF\n",
    currency: "CHF",
    wanted: [
      ["2027-01-31", 119_705, "CHF", ""],
      ["2027-01-30", -500, "CHF", ""],
    ],
  },
  "a bank in Spain with a minus behind": {
    file: "Fecha operación;Concepto;Importe;Divisa\n31/01/2027;Transferencia de Anna;1.197,00;EUR\n30/01/2027;Alquiler;850,50-;EUR\n",
    wanted: [
      ["2027-01-31", 119_700, "EUR", ""],
      ["2027-01-30", -85_050, "EUR", ""],
    ],
  },
  "a bank in Britain": {
    file: 'Date,Type,Description,Paid out,Paid in,Balance\n"31 Jan 2027",FPI,"A AHRENS INV-000042",,"£1,197.00","£5,000.00"\n"30 Jan 2027",DD,"RENT","£850.50",,"£3,803.00"\n',
    currency: "GBP",
    wanted: [
      ["2027-01-31", 119_700, "GBP", ""],
      ["2027-01-30", -85_050, "GBP", ""],
    ],
  },
  "a bank in the United States": {
    file: "Posted Date,Reference Number,Payee,Address,Amount\n01/31/2027,2427,ANNA AHRENS,,1197.00\n01/13/2027,2428,RENT,,-850.50\n",
    currency: "USD",
    wanted: [
      ["2027-01-31", 119_700, "USD", "ANNA AHRENS"],
      ["2027-01-13", -85_050, "USD", "RENT"],
    ],
  },
  "a bank that puts payments out in brackets": {
    file: 'Date,Description,Amount\n01/31/2027,Deposit,"1,197.00"\n01/30/2027,Rent,"(850.50)"\n',
    currency: "USD",
    wanted: [
      ["2027-01-31", 119_700, "USD", ""],
      ["2027-01-30", -85_050, "USD", ""],
    ],
  },
  "a bank without column names": {
    file: '"01/31/2027","1197.00","*","","DEPOSIT ANNA AHRENS"\n"01/30/2027","-850.50","*","","RENT"\n',
    currency: "USD",
    wanted: [
      ["2027-01-31", 119_700, "USD", ""],
      ["2027-01-30", -85_050, "USD", ""],
    ],
  },
  "an app in UTF-16, by tabs, with what did not come through": {
    file: Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(
        Uint16Array.from(
          [
            ..."Completed Date\tDescription\tAmount\tCurrency\tState\n2027-01-31 08:15:02\tFrom Анна\t97.00\tEUR\tCOMPLETED\n2027-01-31 08:16:02\tFrom Kim\t10.00\tEUR\tREVERTED\n",
          ].map((c) => c.charCodeAt(0)),
        ).buffer,
      ),
    ]),
    wanted: [["2027-01-31", 9700, "EUR", ""]],
  },
  "a bank in Japan, where there are no parts": {
    file: 'Date,Details,Credit,Debit,Currency\n2027/01/31,ANNA,"150,000",,JPY\n2027/01/30,RENT,,"80,000",JPY\n',
    currency: "JPY",
    wanted: [
      ["2027-01-31", 150_000, "JPY", ""],
      ["2027-01-30", -80_000, "JPY", ""],
    ],
  },
};

describe("CSV files", () => {
  for (const [bank, { file, currency, wanted }] of Object.entries(DIALECTS))
    it(`of ${bank}`, () => {
      const statement = read(file, currency ? { currency } : {});
      assert.deepEqual(rowsOf(statement), wanted);
    });

  it("say who paid, from where and what for", () => {
    const [line] = read(DIALECTS["a savings bank in Germany, Windows-1252"]!.file).lines;
    assert.equal(line?.payerIban, "DE89370400440532013000");
    assert.equal(line?.bankAccount, "DE02120300000000202051");
    assert.equal(line?.remittance, "GUTSCHRIFT RF18 5390 0754 7034 NOTPROVIDED");
  });

  it("are read the way somebody put right before", () => {
    const file = "Wann;Wer;Wieviel\n02/03/2027;Anna;-97,00\n";
    const guessed = read(file);
    assert.deepEqual(guessed.lines, []);
    assert.match(guessed.warnings[0] ?? "", /Choose them/);
    const columns = { ...guessed.csv!.layout.columns, bookedOn: [0], payerName: [1], amount: [2] };
    const layout = { columns, dateOrder: "mdy" as const, decimalMark: "," as const, isInverted: true };
    assert.deepEqual(rowsOf(read(file, { layoutOf: () => layout } as never)), [
      ["2027-02-03", 9700, "EUR", "Anna"],
    ]);
  });

  it("say so where days could be read two ways", () => {
    const file = "Date,Description,Amount\n02/03/2027,Anna,97.00\n";
    assert.deepEqual(rowsOf(read(file, { currency: "USD" })), [["2027-02-03", 9700, "USD", ""]]);
    const european = read(file);
    assert.deepEqual(rowsOf(european), [["2027-03-02", 9700, "EUR", ""]]);
    assert.match(european.warnings.join(), /month or the day first/);
  });

  for (const [what, content] of Object.entries({
    nothing: "",
    blanks: " \n \n",
    "a picture": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
    prose: "Dear bank\nplease send me my statement\n",
  }))
    it(`that are ${what} are refused in words`, () => {
      assert.throws(
        () => read(content),
        (error) => error instanceof StatementError && error.message.endsWith("."),
      );
    });

  it("never break, whatever is in them", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("31.01.2027", "97,00", "Betrag", "Datum", ";", '"', "\n", "-", "1e9", "٣"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (table) => {
        try {
          const { lines } = read(table.map((row) => row.join(";")).join("\n"));
          for (const line of lines)
            assert.ok(Number.isSafeInteger(line.amountMinor) && line.amountMinor !== 0);
        } catch (error) {
          assert.ok(error instanceof StatementError, String(error));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
