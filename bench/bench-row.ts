/** One measurement: ours beside a peer's, or beside the bar that we set ourselves. */
export interface BenchRow {
  readonly bench: string;
  readonly case: string;
  /** Median over the runs, in the unit. */
  readonly ours: number;
  /** The peer's median, or the bar; null where there is nothing to hold it against. */
  readonly peer: number | null;
  readonly peerName: string | null;
  /** ours / peer. */
  readonly ratio: number | null;
  /** Whether both sides gave the same result; null where there is no second result. */
  readonly equal: boolean | null;
  readonly unit: "s" | "µs" | "MB";
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
    bar === undefined ? { peer: null, peerName: null, ratio: null } : { peer: bar, peerName: "bar", ratio: ours / bar };
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

/** The middle of the runs, the lower one of two. */
export function median(runs: readonly number[]): number {
  return runs.toSorted((a, b) => a - b)[(runs.length - 1) >> 1]!;
}
