import { SegmentLabError } from "../core/errors.js";

/** Numbers as JSON holds them compactly and exactly: their bytes, little-endian, in base64 (RFC 4648). */
export interface PackedArray {
  readonly type: "float64" | "int32";
  readonly length: number;
  readonly base64: string;
}

const widths = { float64: 8, int32: 4 } as const;

/** Packs numbers: IEEE 754 doubles or 32-bit whole numbers, little-endian on every machine. */
export function packArray(values: Float64Array | Int32Array): PackedArray {
  const type = values instanceof Float64Array ? "float64" : "int32";
  const width = widths[type];
  const bytes = Buffer.alloc(values.length * width);
  for (let i = 0; i < values.length; i++) {
    if (type === "float64") bytes.writeDoubleLE(values[i]!, i * width);
    else bytes.writeInt32LE(values[i]!, i * width);
  }
  return { type, length: values.length, base64: bytes.toString("base64") };
}

/**
 * Unpacks doubles.
 *
 * @param place what a message calls the array
 * @param length how many there must be; any number where left out
 * @throws SegmentLabError `bad-file`, before any memory is taken, where the text does not hold that many
 */
export function unpackFloats(packed: PackedArray, place: string, length?: number): Float64Array {
  const bytes = bytesOf(packed, "float64", place, length);
  const values: Float64Array = new Float64Array(packed.length);
  for (let i = 0; i < values.length; i++) values[i] = bytes.readDoubleLE(i * 8);
  return values;
}

/** Unpacks whole numbers; as `unpackFloats`. */
export function unpackIntegers(packed: PackedArray, place: string, length?: number): Int32Array {
  const bytes = bytesOf(packed, "int32", place, length);
  const values: Int32Array = new Int32Array(packed.length);
  for (let i = 0; i < values.length; i++) values[i] = bytes.readInt32LE(i * 4);
  return values;
}

function bytesOf(packed: PackedArray, type: PackedArray["type"], place: string, length?: number): Buffer {
  const wrong = (message: string) => new SegmentLabError("bad-file", `${place} ${message}`);
  if (packed.type !== type) throw wrong(`holds ${packed.type}, not ${type}`);
  if (length !== undefined && packed.length !== length) throw wrong(`holds ${packed.length} numbers, not ${length}`);
  const size = packed.length * widths[type];
  if (packed.base64.length !== 4 * Math.ceil(size / 3)) {
    throw wrong(`says it holds ${packed.length} numbers, but its text is ${packed.base64.length} characters long`);
  }
  const bytes = Buffer.from(packed.base64, "base64");
  // the decoder skips what is no base64, and then there are too few bytes
  if (bytes.length !== size) throw wrong("is no base64");
  return bytes;
}
