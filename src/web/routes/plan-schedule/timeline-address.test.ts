import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readAddress, writeAddress } from "./timeline-address.ts";

const id = "01890c59-cd3c-7cbd-a878-b8769929faf1";

describe("the address of the timeline", () => {
  it("says what was said", () => {
    const address = { zoom: "week", open: [id], select: id, start: "2027-01-11" } as const;
    const written = writeAddress({ ...address, open: [...address.open] });
    assert.deepEqual(readAddress(`http://page.invalid${written}`), address);
  });

  it("tells nothing open from nothing said", () => {
    assert.deepEqual(readAddress("http://page.invalid/console/plan/timeline?open="), {
      zoom: "month",
      open: [],
    });
    assert.deepEqual(readAddress("http://page.invalid/console/plan/timeline"), { zoom: "month" });
  });

  it("leaves out what it does not understand", () => {
    const odd = "http://page.invalid/console/plan/timeline?zoom=year&open=1,2&select=x&start=soon";
    assert.deepEqual(readAddress(odd), { zoom: "month", open: [] });
  });
});
