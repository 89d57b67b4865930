/** What a form sent, before any type: strings and files in the shape their field names spell. */
export type RawValue = string | File | RawValue[] | RawForm;
export interface RawForm {
  [name: string]: RawValue;
}

/** Most fields of a list one form may hold; a larger index is no honest form. */
const MOST_ITEMS = 1_000;

/** Deepest nesting a field name may spell; honest forms stop at three or four. */
const MOST_DEPTH = 12;

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads a form into a tree: `a.b` nests, `items[0].x` makes a list of objects, a repeated name or `tags[]`
 * makes a list. `csrf` and `intent` belong to the machinery and are left out. A name that could reach into an
 * object's prototype, or that contradicts another name, is ignored.
 */
export function readForm(form: FormData): RawForm {
  const tree: RawForm = Object.create(null);
  for (const [name, value] of form) {
    if (name === "csrf" || name === "intent") continue;
    const keys = splitName(name);
    if (keys) place(tree, keys, value);
  }
  return tree;
}

/** The keys of a field name, or null for a name no form of ours has; an empty key appends to a list. */
export function splitName(name: string): string[] | null {
  const keys = name.replaceAll("]", "").split(/[.[]/u, MOST_DEPTH + 1);
  if (keys.length > MOST_DEPTH) return null;
  const honest = keys.every((key) => !FORBIDDEN.has(key) && !(isIndex(key) && Number(key) >= MOST_ITEMS));
  return honest && keys[0] !== "" ? keys : null;
}

function place(tree: RawForm, keys: string[], value: string | File): void {
  let node: RawForm | RawValue[] = tree;
  for (const [depth, key] of keys.slice(0, -1).entries()) {
    const next = keys[depth + 1] ?? "";
    const child: RawValue | undefined = getChild(node, key);
    if (child === undefined) {
      const made: RawValue[] | RawForm = next === "" || isIndex(next) ? [] : Object.create(null);
      setChild(node, key, made);
      node = made;
    } else if (typeof child === "object" && !(child instanceof File)) {
      node = child;
    } else {
      return;
    }
  }
  placeLeaf(node, keys.at(-1) ?? "", value);
}

function placeLeaf(node: RawForm | RawValue[], key: string, value: string | File): void {
  const present = getChild(node, key);
  if (present === undefined || key === "") setChild(node, key, value);
  else if (Array.isArray(present)) present.push(value);
  else setChild(node, key, [present, value]);
}

function getChild(node: RawForm | RawValue[], key: string): RawValue | undefined {
  if (!Array.isArray(node)) return node[key];
  return isIndex(key) ? node[Number(key)] : undefined;
}

function setChild(node: RawForm | RawValue[], key: string, value: RawValue): void {
  if (!Array.isArray(node)) node[key] = value;
  else if (isIndex(key)) node[Number(key)] = value;
  else node.push(value);
}

function isIndex(key: string): boolean {
  return /^\d+$/u.test(key);
}
