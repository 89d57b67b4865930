import assert from "node:assert/strict";

/** Properties of one component by their names, parameters left out, text unescaped. */
type Properties = Record<string, string>;

const unescape = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));

/** Lines as RFC 5545 writes them: each ends with CRLF and has 75 octets at most; a fold begins with a space. */
function unfold(ics: string): string[] {
  assert.ok(ics.endsWith("\r\n"), "the last line has an end");
  const lines = ics.slice(0, -2).split("\r\n");
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets`);
    assert.doesNotMatch(line, /[\r\n]/);
    assert.ok(line.isWellFormed(), "no character is cut in two");
  }
  return lines.reduce<string[]>((whole, line) => {
    if (line.startsWith(" ")) whole.push(`${whole.pop() ?? ""}${line.slice(1)}`);
    else whole.push(line);
    return whole;
  }, []);
}

/** Reads a calendar back as strictly as the standard writes it; properties of the calendar stand before its events. */
export function readCalendar(ics: string): { head: Properties; events: Properties[] } {
  const lines = unfold(ics);
  assert.equal(lines.shift(), "BEGIN:VCALENDAR");
  assert.equal(lines.pop(), "END:VCALENDAR");
  const head: Properties = {};
  const events: Properties[] = [];
  let current: Properties | null = null;
  for (const line of lines) {
    const [, name = "", value = ""] =
      /^([A-Z0-9-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? assert.fail(`no property: ${line}`);
    if (line === "BEGIN:VEVENT") current = {};
    else if (line === "END:VEVENT" && current) {
      for (const needed of ["UID", "DTSTAMP", "DTSTART"]) assert.ok(current[needed], `${needed} is required`);
      events.push(current);
      current = null;
    } else {
      const target: Properties =
        current ?? (events.length > 0 ? assert.fail(`after the events: ${line}`) : head);
      assert.ok(!(name in target), `${name} twice`);
      target[name] = unescape(value);
    }
  }
  return { head, events };
}
