import type { Matrix } from "../../core/matrix.js";
import { type Kernels, loadKernels } from "./load-kernels.js";

/** An array in the kernels' memory. */
export interface Placed<Values> {
  /** Its address in bytes. */
  readonly at: number;
  readonly values: Values;
}

/** Memory for one computation by kernels; `leave` it when done, its arrays then belong to others. */
export interface KernelRoom {
  readonly kernels: Kernels;
  numbers(length: number): Placed<Float64Array>;
  integers(length: number): Placed<Int32Array>;
  /** Copies rows of an even number of columns, or filled up to one with zeros; `extra` empty ones follow. */
  rows(matrix: Pick<Matrix, "data" | "rows" | "columns">, extra?: number): Placed<Float64Array>;
  leave(): void;
}

const page = 65536;
/** what lies below belongs to the compiler */
const base = 1024;
/** memory cannot shrink, so a large one is not kept */
const keptBytes = 64e6;
const keptRooms = 4;
const free: Kernels[] = [];

/** The bytes from one row to the next: an even number of columns. */
export const strideOf = (width: number): number => (width + (width & 1)) * 8;

/**
 * Takes memory in which kernels can work.
 *
 * @param bytes for all arrays that will be placed; each may take up to 16 more
 * @returns nothing where there are no kernels or not so much memory
 */
export function takeRoom(bytes: number): KernelRoom | undefined {
  const kernels = free.pop() ?? loadKernels();
  if (!kernels) return undefined;
  const { memory } = kernels;
  const missing = Math.ceil((base + bytes + 1024 - memory.buffer.byteLength) / page);
  if (missing > 0) {
    try {
      memory.grow(missing);
    } catch {
      return undefined;
    }
  }
  let end = base;
  const place = (size: number): number => {
    const at = end;
    end += Math.ceil(size / 16) * 16;
    return at;
  };
  const numbers = (length: number): Placed<Float64Array> => {
    const at = place(length * 8);
    return { at, values: new Float64Array(memory.buffer, at, length).fill(0) };
  };
  return {
    kernels,
    numbers,
    integers: (length) => {
      const at = place(length * 4);
      return { at, values: new Int32Array(memory.buffer, at, length).fill(0) };
    },
    rows: ({ data, rows, columns }, extra = 0) => {
      const width = columns.length;
      const stride = strideOf(width);
      const at = place((rows + extra) * stride);
      const values = new Float64Array(memory.buffer, at, ((rows + extra) * stride) / 8);
      // packed at the end of their room, then spread from its beginning
      const packed = (rows * (stride - width * 8)) / 8;
      values.set(data, packed);
      if (packed > 0) kernels.spreadRows(at + packed * 8, rows, width, at, stride);
      values.fill(0, (rows * stride) / 8);
      return { at, values };
    },
    leave: () => {
      if (free.length < keptRooms && memory.buffer.byteLength <= keptBytes) free.push(kernels);
    },
  };
}
