import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readAssignment } from "./read-assignment.ts";

describe("the form of an assignment", () => {
  it("leaves out rows that were left empty and names new ones", () => {
    const { rubric } = readAssignment(
      {
        rubric: [
          {
            id: "kept",
            title: "Clear",
            levels: [
              { id: "a", title: "No", points: "0" },
              { id: "", title: "Yes", points: "5" },
              { id: "", title: " ", points: "" },
            ],
          },
          { id: "", title: "", levels: [{ id: "", title: "", points: "" }] },
        ],
      },
      () => null,
    ) as { rubric: { id: string; levels: { id: string }[] }[] };
    assert.equal(rubric.length, 1);
    assert.deepEqual([rubric[0]?.id, rubric[0]?.levels.length, rubric[0]?.levels[0]?.id], ["kept", 2, "a"]);
    assert.match(rubric[0]?.levels[1]?.id ?? "", /^[0-9a-f-]{36}$/);
  });

  it("reads sizes in megabytes, with point or comma, and types one after the other", () => {
    const read = (maxMegabytes: string) =>
      readAssignment(
        { settings: { maxMegabytes, fileTypes: "application/pdf, image/*\ntext/plain" } },
        () => null,
      );
    assert.deepEqual(read("2,5").settings, {
      maxFileBytes: "2500000",
      fileTypes: ["application/pdf", "image/*", "text/plain"],
    });
    assert.equal((read("much").settings as { maxFileBytes: string }).maxFileBytes, "0");
  });
});
