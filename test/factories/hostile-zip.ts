import { crc32, deflateRawSync } from "node:zlib";

/** A file of an archive, with whatever its headers are to say other than the truth. */
export interface RawEntry {
  name: string;
  content?: string | Buffer;
  method?: number;
  flags?: number;
  unixMode?: number;
  crc?: number;
  /** Sizes the directory claims. */
  bytes?: number;
  compressedBytes?: number;
  /** Where the directory says that it begins. */
  offset?: number;
}

const UTF8_NAMES = 0x0800;

const fields = (...list: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    list.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

function packed({ name, content = "x", method = 8, flags = 0, unixMode = 0o100644, ...claims }: RawEntry) {
  const plain = Buffer.from(content);
  const data = method === 8 ? deflateRawSync(plain) : plain;
  const rawName = Buffer.from(name, "utf8");
  const shared = fields(
    [2, 20],
    [2, flags | UTF8_NAMES],
    [2, method],
    [2, 0],
    [2, 33],
    [4, claims.crc ?? crc32(plain)],
    [4, claims.compressedBytes ?? data.length],
    [4, claims.bytes ?? plain.length],
    [2, rawName.length],
    [2, 0],
  );
  const local = Buffer.concat([fields([4, 0x04034b50]), shared, rawName, data]);
  const inDirectory = (offset: number) =>
    Buffer.concat([
      fields([4, 0x02014b50], [2, (3 << 8) | 20]),
      shared,
      fields([2, 0], [2, 0], [2, 0], [4, (unixMode << 16) >>> 0], [4, claims.offset ?? offset]),
      rawName,
    ]);
  return { local, inDirectory };
}

/** A ZIP archive written byte for byte, as no honest packer would (PKWARE APPNOTE 6.3.10, 4.3). */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries.map(packed)) {
    locals.push(entry.local);
    directory.push(entry.inDirectory(offset));
    offset += entry.local.length;
  }
  const index = Buffer.concat(directory);
  const count = entries.length;
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, index.length], [4, offset]);
  return Buffer.concat([...locals, index, end, fields([2, 0])]);
}
