import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One chunk of a PNG: length, name, content, checksum (W3C PNG, 5.3). */
export function pngChunk(name: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length, 0);
  head.write(name, 4, "latin1");
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), content])), 0);
  return Buffer.concat([head, content, check]);
}

/** Writes square RGBA pixels as a PNG. */
export function encodePng(pixels: Uint8Array, side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits a channel, colour with opacity; compression, filter and interlace as usual.
  header.set([8, 6, 0, 0, 0], 8);
  const line = side * 4;
  const lines = Buffer.alloc((line + 1) * side);
  for (let row = 0; row < side; row += 1)
    lines.set(pixels.subarray(row * line, (row + 1) * line), row * (line + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(lines, { level: 9 })),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}
