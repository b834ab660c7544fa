import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { type RunOptions, throwIfAborted } from "../../core/progress.js";

const require = createRequire(import.meta.url);

// the packages never pause, so only another thread can stop them
const source = `
const { parentPort, workerData } = require("node:worker_threads");
const { url, script, input } = workerData;
import(url).then((package) => {
  const work = new Function("package", "input", script);
  parentPort.postMessage({ result: work(package, input) });
}).catch((error) => parentPort.postMessage({ error: error.message }));
`;

/** Rows for a package: it wants arrays of arrays, made inside the worker by `rowsScript`. */
export interface PackageRows {
  readonly data: Float64Array;
  readonly width: number;
}

/** The start of a script: makes `rows` of the input. */
export const rowsScript = `
const rows = Array.from({ length: input.data.length / input.width }, (_, i) =>
  Array.from(input.data.subarray(i * input.width, (i + 1) * input.width)));
`;

/**
 * Runs a script against an npm package in a thread of its own, so that a signal can stop it and the caller's event
 * loop stays free.
 *
 * @param name the package
 * @param script the body of a function of `package` (its module) and `input`; what it returns is cloned
 * @param input passed to the script; typed arrays are copied
 * @param run `signal`
 * @returns what the script returned
 * @throws SegmentLabError `aborted`; any error of the package under its own message
 */
export async function runPackage<Result>(
  name: string,
  script: string,
  input: object,
  { signal }: RunOptions,
): Promise<Result> {
  throwIfAborted(signal, name);
  const url = pathToFileURL(require.resolve(name)).href;
  const worker = new Worker(source, { eval: true, execArgv: [], workerData: { url, script, input } });
  const stop = () => void worker.terminate();
  signal?.addEventListener("abort", stop);
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.on("message", (message: { result: Result } | { error: string }) => {
        if ("error" in message) reject(new Error(`${name}: ${message.error}`));
        else resolve(message.result);
      });
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error(`${name} ended without a result`)));
    });
  } catch (error) {
    throwIfAborted(signal, name);
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
}
