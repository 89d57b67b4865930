import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { makeSerial, readSerial, SERIAL_BYTES, showSerial } from "./serial.ts";

const bytes = fc.uint8Array({ minLength: SERIAL_BYTES, maxLength: SERIAL_BYTES });

describe("the number of a certificate", () => {
  it("is read back however it is written", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const serial = makeSerial(random);
        assert.match(showSerial(serial), /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
        for (const text of [
          serial,
          showSerial(serial).toLowerCase(),
          serial.replaceAll("0", "o").replaceAll("1", "l"),
        ])
          assert.deepEqual(readSerial(text), { serial });
      }),
    );
  });

  it("shows one wrong sign, wherever it stands", () => {
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.integer({ min: 1, max: 31 }), (random, at, by) => {
        const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        const serial = makeSerial(random);
        const wrong = signs[(signs.indexOf(serial[at]!) + by) % 32]!;
        assert.equal(readSerial(serial.slice(0, at) + wrong + serial.slice(at + 1)), "mistyped");
      }),
    );
  });

  it("is not just any text", () => {
    for (const text of ["", "K7QM", "K7QM-2XH9-4WRT-PN3U", "../../etc/passwd", "ｋ7QM2XH94WRTPN3D"])
      assert.equal(readSerial(text), "no_serial");
  });
});
