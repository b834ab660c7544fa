import { readFileSync, writeFileSync } from "node:fs";
import { createMatrix, type Matrix } from "../../src/core/matrix.js";
import type { MatrixFile, MethodReply, MethodRequest } from "./method-request.js";
import { ownMethods } from "./own-methods.js";

/**
 * Makes our side of the bench of clustering, which keeps the matrix that it was asked about last.
 *
 * @returns a function that does what a request says and times it; results go where `out` says
 */
export function createAnswer(): (request: MethodRequest) => Promise<MethodReply> {
  let known: { readonly path: string; readonly matrix: Matrix } | undefined;
  return async (request) => {
    const { method, engine, parameters, seed, threads, out } = request;
    if (known?.path !== request.matrix.path) known = { path: request.matrix.path, matrix: readMatrix(request.matrix) };
    const labels = request.labels === undefined ? undefined : new Int32Array(readBytes(request.labels));
    const run = { seed, threads, ...(engine && { engine }), ...(labels && { labels }) };
    const began = performance.now();
    const result = await ownMethods[method](known.matrix, parameters, run);
    const seconds = (performance.now() - began) / 1000;
    const peakMegabytes = process.resourceUsage().maxRSS / 1024;
    if (out !== undefined && result.labels) writeFileSync(`${out}.labels`, result.labels);
    if (out !== undefined && result.values) writeFileSync(`${out}.values`, result.values);
    return { seconds, peakMegabytes, figures: result.figures ?? [] };
  };
}

function readMatrix({ path, columns }: MatrixFile): Matrix {
  const names = Array.from({ length: columns }, (_, j) => `x${j + 1}`);
  return createMatrix(new Float64Array(readBytes(path)), names);
}

function readBytes(path: string): ArrayBuffer {
  // a copy: in node's pool of buffers a small file may begin anywhere
  return new Uint8Array(readFileSync(path)).buffer;
}
