/** One measurement: ours beside a peer's, or beside the bar that we set ourselves. */
export interface BenchRow {
  readonly bench: string;
  /** Where there is a colon, what stands before it is measured by several rows. */
  readonly case: string;
  /** Median over the runs, in the unit; null where nothing was measured, `note` says why. */
  readonly ours: number | null;
  /** The peer's median, or the bar; null where there is nothing to hold it against. */
  readonly peer: number | null;
  readonly peerName: string | null;
  /** ours / peer. */
  readonly ratio: number | null;
  /** Whether both sides gave the same result; null where there is no second result. */
  readonly equal: boolean | null;
  readonly unit: "s" | "µs" | "MB" | "exponent" | "share";
  /** The ratio that must not be passed; absent where none is asked for. */
  readonly limit?: number;
  /** How many runs the medians are of. */
  readonly runs?: number;
  /** What a reader must know, in a sentence. */
  readonly note?: string;
}

/** A row that is held against a bar of ours. */
export function barRow(
  bench: string,
  name: string,
  runs: readonly number[],
  unit: BenchRow["unit"],
  bar?: number,
): BenchRow {
  const ours = median(runs);
  const against =
    bar === undefined
      ? { peer: null, peerName: null, ratio: null }
      : { peer: bar, peerName: "bar", ratio: ours / bar, limit: 1 };
  return { bench, case: name, ours, ...against, equal: null, unit };
}

/** A row that stands beside a peer measured in the same run. */
export function peerRow(
  bench: string,
  name: string,
  runs: readonly number[],
  peerName: string,
  peerRuns: readonly number[],
  unit: BenchRow["unit"],
  equal: boolean,
): BenchRow {
  const [ours, peer] = [median(runs), median(peerRuns)];
  return { bench, case: name, ours, peer, peerName, ratio: ours / peer, equal, unit };
}

/** A row that is not there, and why. */
export function absentRow(bench: string, name: string, unit: BenchRow["unit"], note: string): BenchRow {
  return { bench, case: name, ours: null, peer: null, peerName: null, ratio: null, equal: null, unit, note };
}

/** The middle of the runs, the lower one of two. */
export function median(runs: readonly number[]): number {
  return runs.toSorted((a, b) => a - b)[(runs.length - 1) >> 1]!;
}
