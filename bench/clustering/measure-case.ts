import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BenchRow, peerRow } from "../bench-row.js";
import type { BenchMatrix } from "./bench-matrix.js";
import type { Side } from "./line-process.js";
import type { MethodCase } from "./method-case.js";
import type { MethodReply, MethodRequest, MethodResult } from "./method-request.js";
import { largestDifference } from "./same-values.js";
import type { Sameness } from "./sameness.js";
import { timeInTurn } from "./time-in-turn.js";

/** How a case is measured. */
export interface MeasureOptions {
  /** How often at most. */
  readonly runs: number;
  /** Seconds that the runs on one number of threads may take in all; at least one is made. */
  readonly budget: number;
  /** Each number of threads gives a row. */
  readonly threads: readonly number[];
  /** Whether the case's limit on the ratio holds for the last number of threads. */
  readonly isLimited: boolean;
  /** Whether the most memory that a process took gives a row. */
  readonly withMemory: boolean;
  /** A folder for results. */
  readonly folder: string;
}

/**
 * Measures one method on one matrix: compares the results, then times the sides in turn.
 *
 * @param sides ours and the peers', processes of their own that have done nothing yet; the fastest peer counts
 * @returns a row for each number of threads, and one for the memory of the first run on one thread
 */
export async function measureCase(
  { name, method, parameters, labels, compare, limit }: MethodCase,
  { name: matrixName, file }: BenchMatrix,
  { own, peers }: { readonly own: Side; readonly peers: readonly Side[] },
  { runs, budget, threads, isLimited, withMemory, folder }: MeasureOptions,
): Promise<BenchRow[]> {
  const request = { method, matrix: file, parameters, seed: 1, threads: threads[0]!, ...(labels && { labels }) };
  const asked = new Map<string, Promise<Asked>>();
  const ask = (side: Side, change: Partial<MethodRequest> = {}): Promise<Asked> => {
    // several comparisons want the same run
    const key = JSON.stringify([side.name, { ...request, ...change }]);
    const found = asked.get(key) ?? askSide(side, { ...request, ...change }, join(folder, "result"));
    asked.set(key, found);
    return found;
  };

  const first = await ask(own);
  const compared: { side: Side; first: Asked; seconds: number; sameness: Sameness }[] = [];
  for (const side of peers) {
    const cold = await ask(side);
    const sameness = await compare(
      (change) => ask(own, change),
      (change) => ask(side, change),
    );
    // imports are over by now; with one peer there is nothing to choose
    const { seconds } = peers.length > 1 ? await side.run(request) : cold;
    compared.push({ side, first: cold, seconds, sameness });
  }
  const { side: peer, first: cold, sameness } = compared.toSorted((a, b) => a.seconds - b.seconds)[0]!;

  const rows: BenchRow[] = [];
  for (const count of threads) {
    const isSteady = isSame(first, await ask(own, { threads: count }));
    const expected = first.seconds + cold.seconds;
    const { mine, theirs } = await timeInTurn(own, peer, { ...request, threads: count }, { runs, budget, expected });
    const where = `${matrixName}, ${count} ${count === 1 ? "thread" : "threads"}: ${name}`;
    const row = peerRow("clustering", where, mine, peer.name, theirs, "s", sameness.equal && isSteady);
    const note = isSteady
      ? sameness.note
      : `our result differs from the one on a single thread; ${sameness.note ?? ""}`;
    rows.push({
      ...row,
      ...(isLimited && count === threads.at(-1) && { limit }),
      runs: mine.length,
      ...(note && { note }),
    });
  }
  if (withMemory) {
    const where = `${matrixName}, peak memory of a process: ${name}`;
    rows.push({
      ...peerRow("clustering", where, [first.peakMegabytes], peer.name, [cold.peakMegabytes], "MB", sameness.equal),
      runs: 1,
    });
  }
  return rows;
}

/** A result with what it cost. */
type Asked = MethodResult & MethodReply;

async function askSide(side: Side, request: MethodRequest, out: string): Promise<Asked> {
  const reply = await side.run({ ...request, out });
  const labels = takeFile(`${out}.labels`);
  const values = takeFile(`${out}.values`);
  return {
    ...reply,
    ...(labels && { labels: new Int32Array(labels) }),
    ...(values && { values: new Float64Array(values) }),
  };
}

function takeFile(path: string): ArrayBuffer | undefined {
  if (!existsSync(path)) return undefined;
  const { buffer } = new Uint8Array(readFileSync(path));
  rmSync(path);
  return buffer;
}

function isSame(a: MethodResult, b: MethodResult): boolean {
  return (["labels", "values", "figures"] as const).every(
    (part) => largestDifference(a[part] ?? [], b[part] ?? []) === 0,
  );
}
