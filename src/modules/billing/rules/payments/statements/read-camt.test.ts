import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { keyLines } from "#modules/billing/rules/payments/statements/line-key.ts";
import { readStatement } from "#modules/billing/rules/payments/statements/read-statement.ts";
import { StatementError } from "#modules/billing/rules/payments/statements/statement.ts";

const read = (text: string) =>
  readStatement(new TextEncoder().encode(text), {
    currency: "EUR",
    bankAccount: "-",
    layoutOf: () => undefined,
  });

/** A statement of version 2 or 8 around entries. */
const statement = (entries: string, version: "02" | "08" = "08", prefix = "") => {
  const p = prefix && `${prefix}:`;
  const xmlns = prefix ? `xmlns:${prefix}` : "xmlns";
  const body = `<Document ${xmlns}="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>S-31</Id><Acct><Id><IBAN>DE02 1203 0000 0000 2020 51</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${p ? body.replace(/<(\/?)(?=\w)/g, `<$1${p}`) : body}`;
};

const entry = (given: {
  amount?: string;
  direction?: string;
  status?: string;
  more?: string;
  reversal?: boolean;
  ccy?: string;
}) =>
  `<Ntry><Amt Ccy="${given.ccy ?? "EUR"}">${given.amount ?? "97.00"}</Amt><CdtDbtInd>${given.direction ?? "CRDT"}</CdtDbtInd>${given.reversal ? "<RvslInd>true</RvslInd>" : ""}<Sts>${given.status ?? "<Cd>BOOK</Cd>"}</Sts><BookgDt><Dt>2027-01-31</Dt></BookgDt><AcctSvcrRef>REF-1</AcctSvcrRef>${given.more ?? ""}</Ntry>`;

const details = (more: string) => `<NtryDtls>${more}</NtryDtls>`;
const transfer = (given: {
  name: string;
  version: "02" | "08";
  amount?: string;
  ref?: string;
  charges?: string;
}) => {
  const party = given.version === "02" ? `<Nm>${given.name}</Nm>` : `<Pty><Nm>${given.name}</Nm></Pty>`;
  const amount = given.amount ? `<AmtDtls><TxAmt><Amt Ccy="EUR">${given.amount}</Amt></TxAmt></AmtDtls>` : "";
  const charges = given.charges
    ? given.version === "02"
      ? `<Chrgs><Amt Ccy="EUR">${given.charges}</Amt></Chrgs>`
      : `<Chrgs><Rcrd><Amt Ccy="EUR">${given.charges}</Amt></Rcrd></Chrgs>`
    : "";
  return `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>${amount}${charges}<RltdPties><Dbtr>${party}</Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct></RltdPties><RmtInf>${given.ref ? `<Strd><CdtrRefInf><Ref>${given.ref}</Ref></CdtrRefInf></Strd>` : "<Ustrd>Thank</Ustrd><Ustrd>you</Ustrd>"}</RmtInf></TxDtls>`;
};

describe("CAMT.053 files", () => {
  for (const version of ["02", "08"] as const)
    for (const prefix of ["", "ns2"])
      it(`of version ${version}${prefix ? " with prefixes" : ""} tell who paid how much for what`, () => {
        const file = statement(
          entry({ more: details(transfer({ name: "Anna &amp; Söhne", version, ref: "RF18539007547034" })) }),
          version,
          prefix,
        );
        const { lines, statementRef } = read(file);
        assert.equal(statementRef, "S-31");
        assert.deepEqual(lines, [
          {
            bankAccount: "DE02120300000000202051",
            bookedOn: "2027-01-31",
            amountMinor: 9700,
            currency: "EUR",
            payerName: "Anna & Söhne",
            payerIban: "DE89370400440532013000",
            remittance: "RF18539007547034",
            bankRef: "REF-1",
            isReversal: false,
          },
        ]);
      });

  it("give a batch as the payments it is made of", () => {
    const batch =
      transfer({ name: "A", version: "08", amount: "60.00" }) +
      transfer({ name: "B", version: "08", amount: "37.00" });
    const { lines } = read(statement(entry({ more: details(batch) })));
    assert.deepEqual(
      lines.map(({ payerName, amountMinor }) => [payerName, amountMinor]),
      [
        ["A", 6000],
        ["B", 3700],
      ],
    );
  });

  for (const version of ["02", "08"] as const)
    it(`keep what the bank took off a batch apart (version ${version})`, () => {
      const batch =
        transfer({ name: "A", version, amount: "60.00", charges: "0.50" }) +
        transfer({ name: "B", version, amount: "38.00", charges: "0.50" });
      const { lines } = read(statement(entry({ more: details(batch) }), version));
      assert.deepEqual(
        lines.map(({ amountMinor, remittance }) => [amountMinor, remittance]),
        [
          [6000, "Thank you"],
          [3800, "Thank you"],
          [-100, "Bank charges"],
        ],
      );
    });

  it("leave an entry whole whose parts do not make it up", () => {
    const batch =
      transfer({ name: "A", version: "08", amount: "60.00" }) +
      transfer({ name: "B", version: "08", amount: "30.00" });
    const { lines } = read(statement(entry({ more: details(batch) })));
    assert.deepEqual(
      lines.map(({ amountMinor, payerName }) => [amountMinor, payerName]),
      [[9700, ""]],
    );
  });

  it("take money that went, came back or was taken back for what it is", () => {
    const { lines } = read(
      statement(
        entry({ direction: "DBIT" }) +
          entry({ direction: "DBIT", reversal: true }) +
          entry({ direction: "CRDT", reversal: true }),
      ),
    );
    assert.deepEqual(
      lines.map(({ amountMinor, isReversal }) => [amountMinor, isReversal]),
      [
        [-9700, false],
        [-9700, true],
        [9700, true],
      ],
    );
  });

  it("count what is announced, and book what is booked", () => {
    const { lines, pending } = read(
      statement(
        entry({ status: "<Cd>PDNG</Cd>" }) +
          entry({ status: "PDNG" }) +
          entry({ status: "BOOK" }) +
          entry({ status: "<Cd>INFO</Cd>" }),
      ),
    );
    assert.deepEqual([lines.length, pending], [1, 3]);
  });

  it("read five places after the point, and currencies without any", () => {
    const { lines } = read(statement(entry({ amount: "97.50000" }) + entry({ amount: "500", ccy: "JPY" })));
    assert.deepEqual(
      lines.map(({ amountMinor, currency }) => [amountMinor, currency]),
      [
        [9750, "EUR"],
        [500, "JPY"],
      ],
    );
  });

  const refused = (file: string, wanted?: string) =>
    assert.throws(
      () => read(file),
      (error) => error instanceof StatementError && (!wanted || error.code === wanted),
    );

  it("are refused when broken, or of another kind, in words", () => {
    refused(statement(entry({})).slice(0, -40), "billing.statement_unreadable");
    refused(statement(entry({ amount: "many" })), "billing.statement_entry_broken");
    refused(statement(entry({ amount: "97.005" })), "billing.statement_entry_broken");
    refused("<html><body>Sign in</body></html>", "billing.statement_other_kind");
    refused(statement("").replaceAll("BkToCstmrStmt", "BkToCstmrAcctRpt"), "billing.statement_other_kind");
  });

  it("cannot bring in files, grow without end or nest without end", () => {
    const declared = (type: string) => statement(entry({})).replace("?>", `?>${type}`);
    refused(declared('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace("97.00", "&x;"));
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      "",
    );
    refused(declared(`<!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]>`));
    refused(`${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`);
    refused(
      statement(
        `<__proto__><polluted>1</polluted></__proto__><constructor><prototype>1</prototype></constructor>${entry({ amount: "x" })}`,
      ),
    );
    assert.equal(({} as { polluted?: string }).polluted, undefined);
    const { lines } = read(
      statement(entry({ more: details(transfer({ name: "&#x41;&unknown;&#0;&#xD800;", version: "08" })) })),
    );
    assert.equal(lines[0]?.payerName, "A&unknown;&#0;&#xD800;");
  });

  it("never break, whatever was cut out of them or put in", () => {
    const whole = statement(
      entry({ more: details(transfer({ name: "Anna", version: "08", amount: "97.00", charges: "1.00" })) }),
    );
    const place = fc.nat(whole.length);
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("<", ">", "&", "</Ntry>", "<Amt>", "-", "]]>", "<!--"),
    );
    fc.assert(
      fc.property(place, fc.nat(40), piece, (at, length, put) => {
        try {
          const { lines } = read(whole.slice(0, at) + put + whole.slice(at + length));
          for (const { amountMinor } of lines)
            assert.ok(Number.isSafeInteger(amountMinor) && amountMinor !== 0);
        } catch (error) {
          assert.ok(error instanceof StatementError, String(error));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("of megabytes are read in seconds", () => {
    const many = entry({
      more: details(transfer({ name: "Anna", version: "08", ref: "RF18539007547034" })),
    }).repeat(12_000);
    assert.equal(read(statement(many)).lines.length, 12_000);
  });
});

describe("the key of a movement", () => {
  const batch = () =>
    read(statement(entry({ more: details(transfer({ name: "A", version: "08" })) }))).lines[0]!;

  it("is the same in every file, and another for its double of the same day", () => {
    const [first, second] = keyLines([batch(), batch()]);
    assert.equal(keyLines([batch()])[0]?.lineKey, first?.lineKey);
    assert.notEqual(first?.lineKey, second?.lineKey);
  });

  it("looks at what is said only where the bank gave no name", () => {
    const unnamed = { ...batch(), bankRef: null, remittance: "Rent  May" };
    const keyOf = (line: typeof unnamed) => keyLines([line])[0]?.lineKey;
    assert.equal(keyOf(unnamed), keyOf({ ...unnamed, remittance: "rent may" }));
    assert.notEqual(keyOf(unnamed), keyOf({ ...unnamed, remittance: "Rent June" }));
  });
});
