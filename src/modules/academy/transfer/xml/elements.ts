import type { XmlElement } from "#modules/academy/transfer/xml/parse-xml.ts";

const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== "string";

/** The elements within one, of a name or all. */
export const childrenOf = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] =>
  element?.children.filter(isElement).filter(({ name }) => names.length === 0 || names.includes(name)) ?? [];

/** The first element of a name within one. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0];

/** All elements of some names below one, in their order; what is within a found one is not looked through again. */
export function allBelow(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    names.includes(child.name) ? [child] : allBelow(child, ...names),
  );
}

/** The first element of a name below one. */
export const firstBelow = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  allBelow(element, name)[0];

/** All text of an element, spaces at its ends gone. */
export function textOf(element: XmlElement | undefined): string {
  const all = (node: XmlElement): string =>
    node.children.map((child) => (isElement(child) ? all(child) : child)).join("");
  return element ? all(element).trim() : "";
}
