import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { richText } from "#kernel/browser/rich-text.ts";
import { fromHtml, toMarkdown, toPlainText } from "#kernel/rich-text/rich-text.ts";

describe("HTML into rich text", () => {
  it("keeps what a text has and drops what runs", () => {
    const text = fromHtml(
      `<style>p{}</style><h1 onclick="a()">Title</h1><script>alert(1)</script>
       <p style="color:red">One <b>bold <i>both</i></b><br>two <a href="javascript:a()">bad</a> <a href="/ok">good</a></p>
       <iframe src="https://e.org">frame</iframe><ul><li>a<ul><li>b</li></ul></li></ul>
       <table><tr><th>h</th></tr><tr><td>c<br>d</td></tr></table><pre><code class="language-js">x &lt; y</code></pre>`,
    );
    assert.equal(
      toMarkdown(text),
      "## Title\n\nOne **bold _both_**\\\ntwo bad [good](/ok)\n\n- a\n  - b\n\n| h |\n| - |\n| c d |\n\n```js\nx < y\n```\n",
    );
  });

  it("reads what word processors put on the clipboard", () => {
    const text = fromHtml(
      `<html xmlns:o="urn:x"><head><title>t</title></head><body><!--StartFragment--><p class="MsoNormal"><span lang="DE">Ein
       <b>Satz</b><o:p></o:p></span></p><p class=MsoListParagraph>Punkt</p><!--EndFragment--></body></html>`,
    );
    assert.equal(toPlainText(text), "Ein Satz\nPunkt");
  });

  it("is never refused and never holds an address that runs", () => {
    const piece = fc.constantFrom(
      "<a href='javascript:x'>",
      "<img src=x onerror=y>",
      "<svg onload=z>",
      "</p>",
      "<table>",
      "<td>",
      "<li>",
      "<ul>",
      "<b>",
      "text ",
      "<math><mi>",
      "<template>",
      "&#0;",
      "<h6>",
      "<pre>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = richText.parse(fromHtml(pieces.join("")));
        assert.doesNotMatch(JSON.stringify(text), /javascript:|onerror|onload/);
      }),
      { numRuns: 300 },
    );
  });
});
