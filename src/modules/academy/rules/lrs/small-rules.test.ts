import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { acceptedLanguages, chooseLanguage } from "#modules/academy/rules/lrs/choose-language.ts";
import { comparableDuration, isDuration } from "#modules/academy/rules/lrs/duration.ts";
import { isMailto, isMediaType } from "#modules/academy/rules/lrs/identifiers.ts";
import { isLanguageTag } from "#modules/academy/rules/lrs/language-tag.ts";
import {
  agentParameter,
  countParameter,
  demandKnown,
  demandParameter,
  flagParameter,
  instantParameter,
  iriParameter,
  readParameters,
  uuidParameter,
} from "#modules/academy/rules/lrs/parameters.ts";
import { isUnchanged, judgePreconditions } from "#modules/academy/rules/lrs/preconditions.ts";
import { supportedVersions, versionOfHeader } from "#modules/academy/rules/lrs/spoken-version.ts";
import { StatementFault } from "#modules/academy/rules/lrs/statement-fault.ts";
import { isTimestamp, timestampMs } from "#modules/academy/rules/lrs/timestamp.ts";

describe("times", () => {
  it("are read as Temporal reads them", () => {
    const ms = fc.integer({ min: -62_000_000_000_000, max: 253_000_000_000_000 });
    fc.assert(
      fc.property(ms, fc.integer({ min: -1439, max: 1439 }), (at, minutes) => {
        const sign = minutes < 0 ? "-" : "+";
        const two = (n: number) => String(n).padStart(2, "0");
        const offset = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
        const local = Temporal.Instant.fromEpochMilliseconds(at + minutes * 60_000)
          .toZonedDateTimeISO("UTC")
          .toPlainDateTime();
        const text = `${local.toString({ fractionalSecondDigits: 3 })}${offset}`;
        fc.pre(!text.startsWith("-") && !text.startsWith("+"));
        assert.equal(timestampMs(text), at, text);
      }),
    );
  });

  it("cut fractions off after milliseconds, and take the end of a day and of a leap second", () => {
    assert.equal(timestampMs("2020-01-01T00:00:00.1239Z"), Date.UTC(2020, 0, 1, 0, 0, 0, 123));
    assert.equal(timestampMs("2020-01-01T24:00:00Z"), Date.UTC(2020, 0, 2));
    assert.equal(timestampMs("2016-12-31T23:59:60Z"), Date.UTC(2017, 0, 1));
    assert.equal(timestampMs("2020-01-01T00:00"), Date.UTC(2020, 0, 1));
    assert.equal(timestampMs("yesterday"), undefined);
    assert.equal(isTimestamp("2020-01-01T24:00:01Z"), false);
  });
});

describe("durations", () => {
  it("are compared to hundredths, cut off", () => {
    assert.equal(comparableDuration("PT1.239S"), "PT1.23S");
    assert.equal(comparableDuration("PT1.20S"), comparableDuration("PT1.2S"));
    assert.equal(comparableDuration("PT1.000S"), "PT1S");
    assert.equal(comparableDuration("P1Y"), "P1Y");
  });
  it("are those of ISO 8601", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99), { minLength: 6, maxLength: 6 }), ([y, mo, d, h, mi, s]) => {
        assert.ok(isDuration(`P${y}Y${mo}M${d}DT${h}H${mi}M${s}S`));
        assert.ok(!isDuration(`P${y}Y${mo}M${d}D${h}H`));
      }),
    );
  });
});

describe("identifiers", () => {
  it("know an address", () => {
    for (const good of [
      "mailto:a@example.com",
      "mailto:a.b+c@sub.example.com",
      "mailto:ü@exämple.de",
      "MAILTO:a@localhost",
      'mailto:"a b"@example.com',
    ])
      assert.ok(isMailto(good), good);
    for (const bad of [
      "a@example.com",
      "mailto:a",
      "mailto:@example.com",
      "mailto:a@",
      "mailto:a b@example.com",
      "mailto:a@b@c",
      "mailto:a..b@example.com",
      "mailto:.a@example.com",
      "mailto:a@-x.com",
      "mailto:a@b,c@d",
    ])
      assert.ok(!isMailto(bad), bad);
  });
  it("know a media type", () => {
    for (const good of [
      "text/plain",
      'multipart/mixed; boundary="x"',
      "text/plain; charset=ascii",
      "image/svg+xml",
    ])
      assert.ok(isMediaType(good), good);
    for (const bad of ["text", "should fail", "text/", "/plain", "text/plain;=x", "text/pl ain"])
      assert.ok(!isMediaType(bad), bad);
  });
  it("know a language", () => {
    for (const good of [
      "en",
      "EN-us",
      "zh-Hans-CN",
      "sl-rozaj-biske",
      "de-CH-1996",
      "en-a-bbb-x-a-ccc",
      "x-whatever",
      "zh-min-nan",
      "es-419",
      "zh-yue-HK",
    ])
      assert.ok(isLanguageTag(good), good);
    for (const bad of [
      "",
      "e",
      "a12345",
      "something",
      "en_US",
      "en-",
      "zh-z-aaa-z-bbb-c-ccc",
      "en-a",
      "x",
      "12",
    ])
      assert.ok(!isLanguageTag(bad), bad);
  });
});

describe("choosing a language", () => {
  const map = { "en-US": "us", "en-GB": "gb", de: "d", und: "u" };
  const chosen = (header: string | null) => Object.keys(chooseLanguage(map, acceptedLanguages(header)))[0];
  it("follows the header", () => {
    assert.equal(chosen("en-GB"), "en-GB");
    assert.equal(chosen("fr, de;q=0.5, en-US;q=0.7"), "en-US");
    assert.equal(chosen("de-AT"), "de");
    assert.equal(chosen("en"), "en-US");
    assert.equal(chosen("fr;q=1, *;q=0.1"), "und");
    assert.equal(chosen("de;q=0"), "und");
    assert.equal(chosen(null), "und");
  });
});

describe("parameters", () => {
  const of = (search: string) => readParameters(new URLSearchParams(search));
  it("are read strictly", () => {
    assert.equal(flagParameter(of("a=true"), "a"), true);
    assert.equal(flagParameter(of(""), "a"), false);
    assert.equal(countParameter(of("a=12"), "a"), 12);
    assert.equal(
      uuidParameter(of("a=AA97B177-9383-4934-8543-0F91A7A02836"), "a"),
      "aa97b177-9383-4934-8543-0f91a7a02836",
    );
    assert.equal(instantParameter(of("a=2020-01-01T00:00:00Z"), "a"), Date.UTC(2020, 0, 1));
    assert.equal(
      instantParameter(of("a=2020-01-01T02:00:00+02:00"), "a"),
      Date.UTC(2020, 0, 1),
      "a plus nobody encoded",
    );
    assert.deepEqual(agentParameter(of('agent={"mbox":"mailto:a@b.c"}')), { mbox: "mailto:a@b.c" });
  });
  const refused: readonly (() => unknown)[] = [
    () => of("a=1&a=2"),
    () => flagParameter(of("a=TRUE"), "a"),
    () => flagParameter(of("a="), "a"),
    () => countParameter(of("a=-1"), "a"),
    () => countParameter(of("a=1.5"), "a"),
    () => uuidParameter(of("a=true"), "a"),
    () => iriParameter(of("a=no"), "a"),
    () => instantParameter(of("a=not+a+timestamp"), "a"),
    () => agentParameter(of("agent=not JSON")),
    () => agentParameter(of("agent=true")),
    () => agentParameter(of("agent=[]")),
    () => agentParameter(of('agent={"name":"x"}')),
    () => agentParameter(of('agent={"objectType":"Group","member":[{"mbox":"mailto:a@b.c"}]}')),
    () => demandKnown(of("Agent=x"), new Set(["agent"])),
    () => demandParameter(of(""), "a"),
    () => demandParameter(of("a=%00"), "a"),
  ];
  for (const [n, refusal] of refused.entries())
    it(`are refused (${n + 1})`, () => {
      assert.throws(refusal, StatementFault);
    });
});

describe("preconditions", () => {
  const judge = (
    ifMatch: string | null,
    ifNoneMatch: string | null,
    etag: string | undefined,
    mustSay = true,
  ) => judgePreconditions({ ifMatch, ifNoneMatch }, etag, mustSay);
  const TABLE: readonly (readonly [string | null, string | null, string | undefined, string | undefined])[] =
    [
      ['"abc"', null, "abc", undefined],
      ['W/"abc"', null, "abc", undefined],
      ["abc", null, "abc", undefined],
      ['"x", "abc"', null, "abc", undefined],
      ["*", null, "abc", undefined],
      ["*", null, undefined, "failed"],
      ['"1234"', null, "abc", "failed"],
      ["1234", null, "abc", "failed"],
      ['"abc"', null, undefined, "failed"],
      [null, "*", undefined, undefined],
      [null, "*", "abc", "failed"],
      [null, '"abc"', "abc", "failed"],
      [null, '"x"', "abc", undefined],
      [null, null, "abc", "unconditional"],
      [null, null, undefined, undefined],
      ['"abc"', '"abc"', "abc", "failed"],
    ];
  for (const [ifMatch, ifNoneMatch, etag, verdict] of TABLE)
    it(`If-Match ${ifMatch}, If-None-Match ${ifNoneMatch}, there is ${etag ?? "nothing"}: ${verdict ?? "go on"}`, () => {
      assert.equal(judge(ifMatch, ifNoneMatch, etag), verdict);
    });
  it("need not be said where blind replacing is allowed", () => {
    assert.equal(judge(null, null, "abc", false), undefined);
  });
  it("tell a reader who has it already", () => {
    assert.ok(isUnchanged('W/"abc"', "abc"));
    assert.ok(!isUnchanged(null, "abc"));
  });
});

describe("versions", () => {
  it("are those we speak", () => {
    for (const one of ["1.0", "1.0.0", "1.0.3", "1.0.9"])
      assert.equal(versionOfHeader(one)?.answered, "1.0.3");
    for (const two of ["2.0", "2.0.0", "2.0.1"]) assert.equal(versionOfHeader(two)?.answered, "2.0.0");
    for (const none of [null, "", "0.8", "0.95", "1.1.0", "1", "2", "2.1.0", "3.0.0", "1.0.x"])
      assert.equal(versionOfHeader(none), undefined);
    assert.ok(supportedVersions(undefined).includes("2.0.0"));
    assert.ok(!supportedVersions(versionOfHeader("1.0.3")).includes("2.0.0"));
  });
});
