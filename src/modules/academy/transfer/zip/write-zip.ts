import { crc32 } from "node:zlib";

/** A file for an archive. `open` is called twice: once to check the bytes, once to write them. */
export interface ZipEntry {
  path: string;
  bytes: number;
  open(): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
}

interface Placed extends ZipEntry {
  name: Buffer;
  crc: number;
  offset: number;
}

const LIMIT = 0xffffffff;
/** 1 January 1980, 00:00: the first instant a ZIP can name. */
const DATE = (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const REGULAR_FILE = (0o100644 << 16) >>> 0;

const u16 = (value: number) => {
  const field = Buffer.alloc(2);
  field.writeUInt16LE(value);
  return field;
};
const u32 = (value: number) => {
  const field = Buffer.alloc(4);
  field.writeUInt32LE(value);
  return field;
};
const u64 = (value: number) => {
  const field = Buffer.alloc(8);
  field.writeBigUInt64LE(BigInt(value));
  return field;
};
const record = (...fields: (Buffer | number)[]) =>
  Buffer.concat(fields.map((field) => (typeof field === "number" ? u32(field) : field)));
const short = (value: number) => u32(Math.min(value, LIMIT));

async function checksum(entry: ZipEntry): Promise<number> {
  let crc = 0;
  let bytes = 0;
  for await (const chunk of await entry.open()) {
    crc = crc32(chunk, crc);
    bytes += chunk.byteLength;
  }
  if (bytes !== entry.bytes) throw new Error(`${entry.path} has ${bytes} bytes and not ${entry.bytes}`);
  return crc;
}

/** Sizes and places that need more than 32 bits (APPNOTE 4.5.3); empty when none does. */
function zip64Field(values: readonly number[]): Buffer {
  const long = values.filter((value) => value >= LIMIT);
  if (long.length === 0) return Buffer.alloc(0);
  return Buffer.concat([u16(1), u16(long.length * 8), ...long.map(u64)]);
}

function localHeader({ name, crc, bytes }: Placed): Buffer {
  const extra = zip64Field([bytes, bytes]);
  return Buffer.concat([
    u32(0x04034b50),
    u16(extra.length > 0 ? 45 : 20),
    u16(UTF8_NAMES),
    u16(STORED),
    u16(0),
    u16(DATE),
    u32(crc),
    short(bytes),
    short(bytes),
    u16(name.length),
    u16(extra.length),
    name,
    extra,
  ]);
}

function directoryHeader({ name, crc, bytes, offset }: Placed): Buffer {
  const extra = zip64Field([bytes, bytes, offset]);
  return Buffer.concat([
    u32(0x02014b50),
    u16((3 << 8) | 45),
    u16(extra.length > 0 ? 45 : 20),
    u16(UTF8_NAMES),
    u16(STORED),
    u16(0),
    u16(DATE),
    u32(crc),
    short(bytes),
    short(bytes),
    u16(name.length),
    u16(extra.length),
    u16(0),
    u16(0),
    u16(0),
    u32(REGULAR_FILE),
    short(offset),
    name,
    extra,
  ]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const isLong = count >= 0xffff || size >= LIMIT || offset >= LIMIT;
  const entries = u16(Math.min(count, 0xffff));
  const long = Buffer.concat([
    record(0x06064b50, u64(44), u16((3 << 8) | 45), u16(45), u32(0), u32(0)),
    record(u64(count), u64(count), u64(size), u64(offset)),
    record(0x07064b50, u32(0), u64(offset + size), u32(1)),
  ]);
  const end = record(0x06054b50, u16(0), u16(0), entries, entries, short(size), short(offset), u16(0));
  return isLong ? Buffer.concat([long, end]) : end;
}

/**
 * Writes a ZIP archive whose bytes follow from the files alone: sorted by name, stored as they are, dated 1 January 1980.
 * ZIP64 where sizes need it. Format: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5.
 */
export async function* writeZip(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const placed: Placed[] = [];
  let offset = 0;
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const one = { ...entry, name: Buffer.from(entry.path, "utf8"), crc: await checksum(entry), offset };
    const header = localHeader(one);
    yield header;
    yield* await entry.open();
    offset += header.length + entry.bytes;
    placed.push(one);
  }
  const directory = Buffer.concat(placed.map(directoryHeader));
  yield directory;
  yield endOfDirectory(placed.length, directory.length, offset);
}
