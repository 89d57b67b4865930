const IRREGULAR = new Set(
  (
    "en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu " +
    "sgn-be-fr sgn-be-nl sgn-ch-de art-lojban cel-gaulish no-bok no-nyn zh-guoyu zh-hakka zh-min zh-min-nan zh-xiang"
  ).split(" "),
);

// langtag of RFC 5646: language, extended languages, script, region, variants, extensions, private use.
const LANGTAG =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*((?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*)(?:-x(?:-[a-z0-9]{1,8})+)?$/;
const PRIVATE = /^x(?:-[a-z0-9]{1,8})+$/;

/** A singleton (the letter that opens an extension) stands once. */
function hasRepeatedExtension(extensions: string): boolean {
  const singletons = extensions.split("-").filter((part) => part.length === 1);
  return new Set(singletons).size < singletons.length;
}

const known = new Map<string, boolean>();
const MOST_KNOWN = 1000;

function judge(tag: string): boolean {
  const lower = tag.toLowerCase();
  const match = LANGTAG.exec(lower);
  if (match) return !hasRepeatedExtension(match[1] ?? "");
  return PRIVATE.test(lower) || IRREGULAR.has(lower);
}

/** True for a well-formed language tag (RFC 5646); whether the language is registered is not looked at. */
export function isLanguageTag(tag: string): boolean {
  const said = known.get(tag);
  if (said !== undefined) return said;
  const judged = judge(tag);
  // Statements use the same few tags over and over.
  if (known.size < MOST_KNOWN && tag.length < 40) known.set(tag, judged);
  return judged;
}
