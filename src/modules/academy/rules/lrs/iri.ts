// RFC 3987 asks for a scheme; what may follow is checked for what may never stand in an IRI, and no further: an LRS has
// to take addresses of schemes it has never heard of.
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu;

/** True for an absolute IRI (RFC 3987): a scheme and something after it. An IRL is one too. */
export const isIri = (text: string): boolean => IRI.test(text);
