import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { renderMail } from "./render.ts";

describe("renderMail", () => {
  const mail = renderMail({
    title: "Sign in <to> Cairn",
    paragraphs: [
      "Here is your link.\nIt works once.",
      { items: [{ text: "A & B", detail: "due", href: "https://x.test/a?b=1&c=2" }] },
    ],
    action: { label: "Sign in", href: 'https://x.test/in?t="1"' },
    footer: "You asked for this mail.",
  });

  it("says the same in text and HTML", () => {
    for (const words of ["Here is your link.", "It works once.", "due", "You asked for this mail."]) {
      assert.ok(mail.text.includes(words));
      assert.ok(mail.html.includes(words));
    }
    assert.ok(mail.text.includes("Sign in:\nhttps://x.test/in?t=%221%22"));
  });

  it("escapes text and addresses", () => {
    assert.ok(mail.html.includes("Sign in &lt;to&gt; Cairn"));
    assert.ok(mail.html.includes('href="https://x.test/a?b=1&amp;c=2"'));
    assert.ok(!mail.html.includes("<to>"));
  });

  it("links to the web only", () => {
    const action = { label: "x", href: "javascript:alert(1)" };
    assert.throws(() => renderMail({ title: "x", paragraphs: [], action }), /http and https only/);
  });

  it("takes text colour and background from the reader's theme", () => {
    assert.ok(mail.html.includes('content="light dark"'));
    assert.doesNotMatch(mail.html, /<(body|div)[^>]*(background|[^-]color):/);
  });
});
