import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { data as currencyTable } from "currency-codes";
import * as fc from "fast-check";
import { decimalText } from "#kernel/browser/money-text.ts";
import { formatDate, formatDateRange, formatNearDate } from "#web/format/date.ts";
import { formatDuration } from "#web/format/duration.ts";
import { formatAgo, formatInstant, formatOffset } from "#web/format/instant.ts";
import { currencyDigits, formatMoney, formatRoundMoney } from "#web/format/money.ts";
import { formatChange, formatCompact, formatNumber } from "#web/format/number.ts";
import { countOf, nameList } from "#web/format/plural.ts";
import { dueDays, relativeDays, varianceDays } from "#web/format/relative-days.ts";

const berlin = { zone: "Europe/Berlin", locale: "en-GB" };

describe("dates", () => {
  it("writes day before month for Britain, month before day for the States", () => {
    assert.equal(formatDate("2027-05-14", "en-GB"), "14 May 2027");
    assert.equal(formatDate("2027-05-14", "en-US"), "May 14, 2027");
  });

  it("has a short, a full and a month form", () => {
    assert.equal(formatDate("2027-05-14", "en-GB", "short"), "14 May");
    assert.equal(formatDate("2027-05-14", "en-GB", "full"), "Fri 14 May 2027");
    assert.equal(formatDate("2027-05-14", "en-GB", "month"), "May 2027");
  });

  it("never shifts a date, wherever the machine stands", () => {
    assert.equal(formatDate("2027-01-01", "en-GB"), "1 Jan 2027");
    assert.equal(formatDate("2027-12-31", "en-GB"), "31 Dec 2027");
  });

  it("leaves out the year only within the year of today", () => {
    assert.equal(formatNearDate("2027-12-31", "en-GB", "2027-01-01"), "31 Dec");
    assert.equal(formatNearDate("2028-01-01", "en-GB", "2027-12-31"), "1 Jan 2028");
  });

  it("says what two dates share once", () => {
    assert.equal(formatDateRange("2027-05-03", "2027-05-14", "en-GB"), "3–14 May 2027");
    assert.equal(formatDateRange("2027-12-20", "2028-01-03", "en-GB"), "20 Dec 2027–3 Jan 2028");
  });

  it("refuses what is no date", () => {
    assert.throws(() => formatDate("2027-02-30", "en-GB"), RangeError);
  });
});

describe("instants", () => {
  it("writes local date, time and offset, in winter and summer", () => {
    assert.equal(formatInstant("2027-05-17T12:05:00Z", berlin), "17 May 2027, 14:05 UTC+2");
    assert.equal(formatInstant("2027-01-17T23:05:00Z", berlin), "18 Jan 2027, 00:05 UTC+1");
  });

  it("tells the two same clock times at the end of summer apart", () => {
    assert.equal(formatInstant("2027-10-31T00:30:00Z", berlin), "31 Oct 2027, 02:30 UTC+2");
    assert.equal(formatInstant("2027-10-31T01:30:00Z", berlin), "31 Oct 2027, 02:30 UTC+1");
  });

  it("writes odd and no offsets", () => {
    assert.equal(formatOffset("2027-01-17T00:00:00Z", "America/St_Johns"), "UTC−3:30");
    assert.equal(formatOffset("2027-01-17T00:00:00Z", "UTC"), "UTC");
  });

  it("writes near instants as a distance and far ones as they are", () => {
    const now = "2027-05-17T12:00:00Z";
    assert.equal(formatAgo("2027-05-17T11:59:40Z", now, berlin), "just now");
    assert.equal(formatAgo("2027-05-17T11:55:00Z", now, berlin), "5 minutes ago");
    assert.equal(formatAgo("2027-05-17T14:00:00Z", now, berlin), "in 2 hours");
    assert.equal(formatAgo("2027-05-15T12:00:00Z", now, berlin), "15 May 2027, 14:00 UTC+2");
  });
});

describe("days from today", () => {
  it("names the near ones", () => {
    assert.equal(relativeDays("2027-05-17", "2027-05-17"), "today");
    assert.equal(relativeDays("2027-05-18", "2027-05-17"), "tomorrow");
    assert.equal(relativeDays("2027-05-16", "2027-05-17"), "yesterday");
  });

  it("counts the others", () => {
    assert.equal(relativeDays("2027-06-30", "2027-05-17"), "in 44 days");
    assert.equal(relativeDays("2027-05-14", "2027-05-17"), "3 days ago");
  });

  it("says of a due date how late it is, with the right plural", () => {
    assert.equal(dueDays("2027-05-15", "2027-05-17"), "2 days late");
    assert.equal(dueDays("2027-05-16", "2027-05-17"), "1 day late");
    assert.equal(dueDays("2027-05-17", "2027-05-17"), "due today");
    assert.equal(dueDays("2027-05-22", "2027-05-17"), "due in 5 days");
  });

  it("says of a variance which way it goes", () => {
    assert.deepEqual([6, 1, 0, -2].map(varianceDays), [
      "6 days late",
      "1 day late",
      "on time",
      "2 days early",
    ]);
  });
});

describe("numbers", () => {
  it("carries units", () => {
    assert.equal(formatNumber(41, "en-GB"), "41");
    assert.equal(formatNumber(91.2, "en-GB", "percent"), "91.2%");
    assert.equal(formatNumber(0.45, "en-GB", "ratio"), "45%");
    assert.equal(formatNumber(3.2, "en-GB", "×"), "3.2×");
    assert.equal(formatNumber(1240, "en-GB", "ms"), "1,240 ms");
    assert.equal(formatNumber(1, "en-GB", "days"), "1 day");
    assert.equal(formatNumber(15, "en-GB", "employees"), "15 employees");
    assert.equal(formatNumber(2_400_000, "en-GB", "bytes"), "2.4 MB");
  });

  it("never writes an unknown value as zero", () => {
    assert.equal(formatNumber(null, "en-GB"), "no value");
    assert.equal(formatNumber(0, "en-GB"), "0");
  });

  it("follows the region", () => {
    assert.equal(formatNumber(1240.5, "en-DE"), "1.240,5");
  });

  it("signs changes with a real minus", () => {
    assert.deepEqual(
      [6, 0, -2].map((value) => formatChange(value, "en-GB")),
      ["+6", "0", "−2"],
    );
  });

  it("shortens for axes", () => {
    assert.equal(formatCompact(12_500, "en-GB"), "12.5K");
  });
});

describe("money", () => {
  it("knows the digits of the ISO table, not of Intl", () => {
    assert.equal(currencyDigits("JPY"), 0);
    assert.equal(currencyDigits("KWD"), 3);
    assert.equal(currencyDigits("CLF"), 4);
    assert.equal(currencyDigits("EUR"), 2);
    // Intl writes these without a fraction; ISO 4217 gives them two digits.
    assert.deepEqual(["LBP", "MMK", "SOS"].map(currencyDigits), [2, 2, 2]);
  });

  it("agrees with the table the house computes by", () => {
    const kept = currencyTable.filter(({ code }) => !code.startsWith("X") || /^X[AOP]F$|^XCD$/u.test(code));
    assert.ok(kept.length > 160);
    for (const { code, digits } of kept) assert.equal(currencyDigits(code), digits, code);
  });

  it("writes every minor unit", () => {
    assert.equal(formatMoney(3_142_000n, "USD", "en-US"), "$31,420.00");
    assert.equal(formatMoney(-5n, "USD", "en-US"), "-$0.05");
    assert.equal(formatMoney(1_500n, "JPY", "en-US"), "¥1,500");
    assert.equal(formatMoney(1_234n, "KWD", "en-US").replaceAll("\u00a0", " "), "KWD 1.234");
  });

  it("is exact beyond the range of numbers", () => {
    assert.equal(formatMoney(900_719_925_474_099_312n, "USD", "en-US"), "$9,007,199,254,740,993.12");
  });

  it("leaves out zeros only, never cents", () => {
    assert.equal(formatRoundMoney(3_142_000n, "USD", "en-US"), "$31,420");
    assert.equal(formatRoundMoney(50n, "USD", "en-US"), "$0.50");
  });

  it("loses nothing between minor units and text", () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.constantFrom(0, 2, 3, 4),
        (minor, digits) => BigInt(decimalText(minor, digits).replace(".", "")) === minor,
      ),
    );
  });
});

describe("words", () => {
  it("gives a count its noun", () => {
    assert.equal(countOf(1, "post"), "1 post");
    assert.equal(countOf(0, "post"), "0 posts");
    assert.equal(countOf(1_200, "criterion", "criteria"), "1,200 criteria");
  });

  it("lists names", () => {
    assert.equal(nameList([]), "");
    assert.equal(nameList(["Ana"]), "Ana");
    assert.equal(nameList(["Ana", "Ben", "Cem"]), "Ana, Ben and Cem");
    assert.equal(nameList(["Ana", "Ben", "Cem", "Dia"]), "Ana, Ben and 2 more");
  });

  it("writes how long something took", () => {
    assert.deepEqual([0, 45, 3_240, 42_000, 250_000, 7_500_000, 259_200_000].map(formatDuration), [
      "0 ms",
      "45 ms",
      "3.2 s",
      "42 s",
      "4 min 10 s",
      "2 h 5 min",
      "3 d",
    ]);
  });
});
