import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../core/errors.js";
import { waitForLock } from "../core/file-lock.js";
import { contentKey, type KeptResults, openKeptResults } from "../core/kept-results.js";
import type { Matrix } from "../core/matrix.js";
import { type RunOptions, splitProgress } from "../core/progress.js";
import type { PreparedMatrix } from "../features/matrix/preparation.js";
import type { Sales } from "../sales/open-sales.js";
import type { Candidate } from "./candidates.js";
import { type Choice, parseChoice } from "./choice.js";
import { compareClusterings } from "./compare-clusterings.js";
import type { ComparedRun, Comparison } from "./comparison.js";
import { featureMatrix } from "./explanation/feature-matrix.js";
import { type FutureUsefulness, futureUsefulness } from "./explanation/future-usefulness.js";
import { type CacheOption, keptFolder } from "./kept-folder.js";
import { matrixKey } from "./place-candidates.js";
import { type Verdict, verdict } from "./verdict/verdict.js";

/** The clustering that everything after it stands on. */
export interface Decision {
  readonly comparison: Comparison<PreparedMatrix>;
  readonly chosen: ComparedRun;
  /** How it was chosen, in a sentence. */
  readonly why: string;
  /** Null where the choice was not left to it. */
  readonly verdict: Verdict | null;
  /** What labels made some time ago say of the days since; null where the file does not reach so far back. */
  readonly future: FutureView | null;
}

/** Labels of a past day beside what came after it. */
export interface FutureView {
  readonly asOf: string;
  readonly days: number;
  readonly entries: readonly FutureUsefulness[];
}

/** What `decideClustering` takes. */
export interface DecisionOptions extends RunOptions {
  /** `auto` (the verdict), `cached` (the last verdict on the same data) or an algorithm with its k: `kmeans:5`, `ward:4`. */
  readonly choose?: string;
  readonly seed?: number;
  /** Further matrices of the same customers, by name: k-means on them stands beside, and is not chosen. */
  readonly preparations?: Readonly<Record<string, Matrix>>;
  /** False to keep nothing; otherwise results are kept by content, in data/cache or this folder. */
  readonly cache?: CacheOption;
}

/**
 * Compares clusterings and takes the one that the verdict names, or one that is named. What was computed for the same
 * data before, in another notebook or by `npm run segment`, is not computed again.
 *
 * @param sales cleaned sales, from which the last 90 days tell whether labels are of use
 * @param customers as `buildFeatures` gives them
 * @param matrix as `prepareMatrix` makes it of them
 * @param options `choose`, `seed`, `cache`, `threads`, `signal`, `onProgress`
 * @returns the comparison, the chosen run and why, the verdict where it was asked
 * @throws SegmentLabError `bad-option` for a choice that is none, `file-missing` where nothing is cached, `too-few-rows`
 * @example const { chosen, why } = await decideClustering(sales, customers, matrix);
 */
export async function decideClustering(
  sales: Sales,
  customers: ColumnTable,
  matrix: PreparedMatrix,
  options: DecisionOptions = {},
): Promise<Decision> {
  const { choose = "auto", seed = 1, cache = true, preparations = {}, ...run } = options;
  const choice = parseChoice(choose);
  const kept = openKeptResults(keptFolder(cache, "decisions"), 20e6);
  const key = contentKey(1, matrixKey(matrix), sales.source.sha256, seed);
  const named = await namedCandidate(choice, kept, key);
  if (named) {
    const comparison = await compareClusterings(matrix, [named], { ...run, seed, cache, finalists: 0 });
    const [chosen] = comparison.runs;
    if (!chosen) throw new SegmentLabError("bad-option", `choose "${choose}": ${comparison.failures[0]!.reason}`);
    const why = choice.kind === "cached" ? "the last verdict on the same data" : `chosen by hand (${choose})`;
    return { comparison, chosen, why, verdict: null, future: null };
  }
  const part = splitProgress(run, [0.9, 0.1]);
  const comparison = await compareClusterings(matrix, undefined, { ...part(0), seed, cache, preparations });
  const future = await lookAhead(sales, matrix, comparison, seed, kept, key, part(1));
  const judged = verdict(comparison, {
    seed,
    features: featureMatrix(customers, matrix.columns, matrix.ids),
    ...(future && { usefulness: future.entries }),
  });
  await kept.put(contentKey(key, "candidate"), judged.chosen.candidate);
  await kept.prune();
  return { comparison, chosen: judged.chosen, why: judged.summary, verdict: judged, future };
}

async function namedCandidate(choice: Choice, kept: KeptResults, key: string): Promise<Candidate | undefined> {
  if (choice.kind === "auto") return undefined;
  if (choice.kind === "candidate") return choice.candidate;
  const candidate = (await kept.get(contentKey(key, "candidate"))) as Candidate | undefined;
  if (candidate) return candidate;
  throw new SegmentLabError(
    "file-missing",
    "no verdict on these data is cached; choose auto once, or an algorithm with its number of groups, such as kmeans:5",
  );
}

/** What the finalists' labels of 90 days ago say of the days since; kept, since features of that day take a while. */
async function lookAhead(
  sales: Sales,
  matrix: PreparedMatrix,
  { weighed }: Comparison,
  seed: number,
  kept: KeptResults,
  decisionKey: string,
  run: RunOptions,
): Promise<FutureView | null> {
  const candidates = weighed!.finalists.map((finalist) => finalist.run.candidate);
  const key = contentKey(decisionKey, "future", candidates);
  // another notebook may be at it: then this one waits for what it finds
  const lock = kept.lockOf(key);
  const release = lock === null ? () => {} : await waitForLock(lock, run.signal);
  try {
    const found = (await kept.get(key)) as FutureView | undefined;
    if (found) return found;
    const view = await futureUsefulness(sales, matrix, candidates, { ...run, seed });
    await kept.put(key, view);
    return view;
  } catch (error) {
    // a file of a few months has no past to go back to
    if (error instanceof SegmentLabError && ["bad-option", "no-rows-left", "too-few-rows"].includes(error.code))
      return null;
    throw error;
  } finally {
    release();
  }
}
