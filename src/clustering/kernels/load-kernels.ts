import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What assembly/kernels.ts exports. Addresses, strides and sizes are in bytes. */
export interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  spreadRows(from: number, count: number, width: number, to: number, stride: number): void;
  largestValue(rows: number, stride: number, count: number): number;
  addRows(rows: number, stride: number, count: number, sums: number): void;
  addSquares(rows: number, stride: number, count: number, centre: number, sums: number): void;
  assignRows(
    rows: number,
    stride: number,
    centres: number,
    k: number,
    labels: number,
    upper: number,
    lower: number,
    moved: number,
    away: number,
    half: number,
    sums: number,
    counts: number,
    list: number,
    slack: number,
    from: number,
    to: number,
  ): number;
  sumRows(rows: number, stride: number, labels: number, count: number, sums: number, counts: number): void;
  inertiaOf(rows: number, stride: number, centres: number, labels: number, count: number): number;
  shorten(rows: number, stride: number, count: number, row: number, nearest: number, result: number): number;
  tileDistances(
    tiles: number,
    count: number,
    width: number,
    mean: number,
    factors: number,
    scratch: number,
    distances: number,
  ): void;
  shareRows(
    peaks: number,
    components: number,
    shares: number,
    step: number,
    rows: number,
    largest: number,
    sums: number,
  ): void;
  addTiles(
    tiles: number,
    count: number,
    width: number,
    mean: number,
    shares: number,
    scratch: number,
    rows: number,
    differences: number,
    products: number,
  ): void;
  distancesFromFour(rows: number, stride: number, i: number, from: number, to: number, result: number): void;
  nearestByWard(centres: number, stride: number, sizes: number, a: number, list: number, count: number): number;
  reach(rows: number, stride: number, row: number, list: number, count: number, least: number, from: number): number;
  distancesToList(rows: number, stride: number, i: number, list: number, count: number, result: number): void;
  addToFour(distances: number, slots: number, from: number, to: number, sums: number): void;
  addFromFour(distances: number, slots: number, i: number, from: number, to: number, sums: number, step: number): void;
}

// the types of WebAssembly come with those of browsers only
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

/** as compiled code and as TypeScript source see it */
const places = ["../../../kernels.wasm", "../../../dist/kernels.wasm"];

let compiled: object | null | undefined;

/**
 * Makes a new instance of the compiled kernels, with a memory of its own.
 *
 * @returns nothing where they are not built or the machine has no SIMD: the TypeScript twins do the same
 */
export function loadKernels(): Kernels | undefined {
  // null: looked for and not there
  if (compiled === undefined) compiled = compile();
  return compiled ? (new WebAssembly.Instance(compiled).exports as Kernels) : undefined;
}

function compile(): object | null {
  const path = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  if (!path) return null;
  try {
    return new WebAssembly.Module(readFileSync(path));
  } catch {
    return null;
  }
}
