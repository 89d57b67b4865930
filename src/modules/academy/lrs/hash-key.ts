import { hash } from "node:crypto";

/** 128 bits of the SHA-256 of a text, as 32 hexadecimal digits: what the database finds statements by. */
export const hashKey = (text: string): string => hash("sha256", text).slice(0, 32);
