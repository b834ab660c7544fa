import { createHash } from "node:crypto";
import { crc32, deflateRawSync } from "node:zlib";
import type { DataSet } from "../../../src/sales/download/data-sets.js";

/** Writes a zip archive of one entry, by hand: stored, or deflated. */
export function zipOf(name: string, content: Buffer, method: 0 | 8 = 0): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content;
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(method, 4);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, Buffer.from(name), packed]);
  const version = Buffer.from([20, 0]);
  const rest = Buffer.alloc(14);
  const directory = Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), version, shared, rest, Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

/** Something that begins like a workbook, not compressible, the same for the same seed. */
export function workbookOf(bytes: number, seed = 1): Buffer {
  const content = Buffer.alloc(bytes);
  for (let i = 0, state = seed; i < bytes; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    content[i] = state >>> 24;
  }
  content.write("PK\x03\x04", 0, "latin1");
  return content;
}

export const sha256Of = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** A data set that is nothing but `archive`, with its checksum known. */
export function dataSetOf(archive: Buffer, url: string): DataSet {
  return {
    name: "tiny",
    title: "Tiny",
    url,
    file: "tiny.zip",
    licence: "CC0",
    attribution: "nobody",
    bytes: archive.length,
    sha256: sha256Of(archive),
    contents: [{ name: "tiny.xlsx" }],
  };
}
