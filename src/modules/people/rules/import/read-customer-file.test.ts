import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stringify } from "csv-stringify/sync";
import * as fc from "fast-check";
import { decodeText } from "#modules/people/rules/import/decode-text.ts";
import { readHeadings } from "#modules/people/rules/import/headings.ts";
import { readCustomerFile } from "#modules/people/rules/import/read-customer-file.ts";
import { readRows } from "#modules/people/rules/import/read-rows.ts";

const anything = () => undefined;

describe("a file of customers", () => {
  it("names its columns as people do", () => {
    const { columns, ignored } = readHeadings([
      "E-Mail",
      "Company name",
      "VAT ID",
      "ZIP code",
      "Shoe size",
      "Mail",
    ]);
    assert.deepEqual(
      [...columns],
      [
        ["email", 0],
        ["name", 1],
        ["taxId", 2],
        ["postcode", 3],
      ],
    );
    assert.deepEqual(ignored, ["Shoe size", "Mail"]);
  });

  it("says of each row the line it begins on, whatever is quoted before", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "ß", "م", '"', ",", ";", "\n", " ", "="),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), (rows) => {
        const kept = rows.map(([a, b]) => [`x${a}x`, `x${b}x`]);
        let line = 2;
        const expected = kept.map((cells) => {
          const at = line;
          line += 1 + cells.join("").split("\n").length - 1;
          return { line: at, cells };
        });
        assert.deepEqual(readRows(stringify([["Name", "E-mail"], ...kept])).slice(1), expected);
      }),
    );
  });

  it("is cut by whatever sign its first line is cut by", () => {
    for (const sign of [",", ";", "\t"])
      assert.deepEqual(readRows(["a", "b,;\tc"].join("\n").replace("a", `a${sign}b${sign}c`))[0]?.cells, [
        "a",
        "b",
        "c",
      ]);
  });

  it("is read in the letters it was written in", () => {
    const text = "Größe,نص";
    assert.equal(decodeText(Buffer.from(text, "utf8")), text);
    assert.equal(decodeText(Buffer.from(`\ufeff${text}`, "utf8")), text);
    assert.equal(decodeText(Buffer.from(`\ufeff${text}`, "utf16le")), text);
    assert.equal(decodeText(Buffer.from("Größe", "latin1")), "Größe");
  });

  it("needs rows and two headings", () => {
    const said = (text: string) => readCustomerFile(text, anything).errors[0]?.message;
    assert.equal(said("Name,E-mail\n"), "The file has no rows below its headings.");
    assert.equal(said(""), "The file has no rows below its headings.");
    assert.match(said("Colour,Size\nred,2") ?? "", /must name a column Name/);
    assert.match(said('Name,E-mail\n"never ends') ?? "", /quotation mark/);
  });

  it("knows kinds, countries and addresses in any case", () => {
    const { rows } = readCustomerFile(
      "Name,Email,Kind,Country\nA,A@B.de,Company,de\nB,b@b.de,Private,AT",
      anything,
    );
    assert.deepEqual(
      rows.map(({ values }) => [values.email, values.kind, values.country]),
      [
        ["a@b.de", "organisation", "DE"],
        ["b@b.de", "individual", "AT"],
      ],
    );
  });
});
