import { contentKey } from "../../core/kept-results.js";
import type { Matrix } from "../../core/matrix.js";
import { type SurrogateMaker, surrogateMaker } from "./copula-surrogate.js";

/** Several tasks of a thread ask for the same ones; large ones would fill its memory. */
const mostRemembered = 8;
const mostNumbers = 500_000;

let maker: { readonly key: string; readonly make: SurrogateMaker } | undefined;
const drawn = new Map<string, Matrix>();

/** As `copulaSurrogate`, the last few of each thread drawn once. */
export function rememberedSurrogate(matrix: Matrix, seed: number): Matrix {
  const own = contentKey([...matrix.columns], matrix.data);
  if (maker?.key !== own) maker = { key: own, make: surrogateMaker(matrix) };
  const key = `${own} ${seed}`;
  const surrogate = drawn.get(key) ?? maker.make(seed);
  if (surrogate.data.length > mostNumbers) return surrogate;
  // the last one asked for stands last
  drawn.delete(key);
  drawn.set(key, surrogate);
  for (const [oldest] of [...drawn].slice(0, -mostRemembered)) drawn.delete(oldest);
  return surrogate;
}
