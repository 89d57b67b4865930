import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";

const ROOT = path.resolve(import.meta.dirname, "../..");
const papers = globSync(["*.md", "docs/**/*.md", "bench/*.md", "src/**/*.md"], { cwd: ROOT });

/** The anchor a heading gets, as repositories show Markdown. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

const anchorsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

function deadLinks(paper: string): string[] {
  const text = readFileSync(path.join(ROOT, paper), "utf8").replaceAll(/```[\s\S]*?```/g, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
    (found) => found[1] ?? found[2] ?? "",
  );
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [place = "", anchor] = target.split("#");
    const file = place === "" ? path.join(ROOT, paper) : path.resolve(ROOT, path.dirname(paper), place);
    if (!existsSync(file)) return true;
    return anchor !== undefined && !anchorsOf(file).includes(anchor);
  });
}

describe("the papers", () => {
  it("are there", () => {
    for (const paper of [
      "README.md",
      "CONTRIBUTING.md",
      "docs/architecture.md",
      "docs/operations.md",
      "docs/api.md",
    ])
      assert.ok(papers.includes(paper), paper);
  });

  for (const paper of papers)
    it(`lead nowhere from ${paper} that is not there`, () => {
      assert.deepEqual(deadLinks(paper), []);
    });

  it("list every decision", () => {
    const index = readFileSync(path.join(ROOT, "docs/adr/README.md"), "utf8");
    for (const file of globSync("docs/adr/0*.md", { cwd: ROOT }))
      assert.ok(index.includes(`(${path.basename(file)})`), file);
  });
});
