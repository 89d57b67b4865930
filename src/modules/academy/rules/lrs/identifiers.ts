const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const SHA1 = /^[0-9a-f]{40}$/i;
const SHA2 = /^(?:[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i;
// A dot-atom or a quoted string, at a host name or an address in brackets; internationalised addresses too (RFC 6531).
const MAILTO =
  /^mailto:(?:[^\s@"(),:;<>[\\\]\p{Cc}]+|"(?:[^"\\\p{Cc}]|\\.)+")@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*|\[[0-9a-f.:]+\])$/iu;
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w!#$&^.+-]+=(?:[\w!#$&^.+-]+|"[^"]*"))*\s*;?$/;

/** A UUID in its standard form (RFC 4122), of any version. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** 40 hexadecimal digits. */
export const isSha1 = (text: string): boolean => SHA1.test(text);

/** Hexadecimal digits of SHA-224, 256, 384 or 512. */
export const isSha2 = (text: string): boolean => SHA2.test(text);

/** `mailto:` and an e-mail address. */
export const isMailto = (text: string): boolean => MAILTO.test(text) && !/\.\.|^mailto:\.|\.@/i.test(text);

/** An Internet media type with or without parameters. */
export const isMediaType = (text: string): boolean => MEDIA_TYPE.test(text);
