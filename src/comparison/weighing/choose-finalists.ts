import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import { algorithmName } from "../candidates.js";
import { chooseK } from "../choosing/choose-k.js";
import type { ComparedRun } from "../comparison.js";
import { clusterSizes } from "../comparison-table.js";
import { handyGroups } from "../handy-groups.js";
import { leastGroupShare } from "../least-group-share.js";
import type { ReferenceGroups } from "../reference/reference-groups.js";

/** A run that is looked at more closely, and why it was picked. */
export interface PickedRun {
  readonly run: ComparedRun;
  readonly why: string;
}

/** With more noise than this most rows are in no cluster. */
const mostNoise = 0.5;

/** How families are told apart: every linkage that is not Ward's counts as one. */
function familyOf({ candidate: { algorithm, engine, options } }: ComparedRun): string {
  const name = algorithmName(algorithm, options);
  const family = algorithm === "hierarchical" && name !== "ward" ? "another linkage" : name;
  return engine && engine !== "native" ? `${family} by ${engine}` : family;
}

/** Whether a run's groups can be used at all: two or more, none tiny, not mostly noise. */
export function isUsable({ clustering: { labels, clusters }, noiseShare, silhouette }: ComparedRun): boolean {
  if (clusters < 2 || noiseShare > mostNoise || Number.isNaN(silhouette)) return false;
  return Math.min(...clusterSizes(labels, clusters)) >= leastGroupShare * labels.length;
}

/**
 * Picks the runs whose stability is worth its time. Where groups stand apart: the two nearest to what the rows are likely
 * made of, then k-means at the number of groups that the criteria vote for and the best silhouette of each family whose groups
 * can be used. Where none do: that k-means, then the two best families and the run nearest to the likely groups at a number of
 * groups that a plan can use. Then the best silhouettes of all.
 *
 * @param runs the candidates of a comparison; those on another preparation are not picked
 * @param most how many to pick
 * @param reference what the rows are likely made of
 * @param isApart whether groups stand apart; where none do, a number of groups that a plan can use is looked at too
 */
export function chooseFinalists(
  runs: readonly ComparedRun[],
  most: number,
  reference: ReferenceGroups | null,
  isApart: boolean,
): PickedRun[] {
  // a silhouette on other columns is another measure
  const usable = runs
    .filter((run) => run.candidate.preparation === undefined && isUsable(run))
    .sort((a, b) => b.silhouette - a.silhouette);
  const families = [...new Set(usable.map(familyOf))];
  const voted = votedRun(usable);
  const handies = families.slice(0, 2).flatMap((family) => handyRun(usable.filter((run) => familyOf(run) === family)));
  const closest = reference ? closestRuns(usable, reference, isApart) : [];
  const picks = [
    ...(isApart ? closest : []),
    ...(voted ? [voted] : []),
    ...(isApart ? [] : [...handies, ...closest]),
    ...families.map((family) => ({
      run: usable.find((run) => familyOf(run) === family)!,
      why: `the best silhouette of ${family}`,
    })),
    ...handies,
    ...usable.map((run) => ({ run, why: "one of the best silhouettes" })),
  ];
  const first = new Map<ComparedRun, PickedRun>();
  for (const pick of picks) if (!first.has(pick.run)) first.set(pick.run, pick);
  return [...first.values()].slice(0, most);
}

/** The two runs that agree most with the reference; where nothing stands apart the one that does with a handy number of groups. */
function closestRuns(usable: readonly ComparedRun[], { labels }: ReferenceGroups, isApart: boolean): PickedRun[] {
  const { least, most } = handyGroups;
  const near = usable
    .map((run) => ({ run, agreement: adjustedRandIndex(run.clustering.labels, labels) }))
    .sort((a, b) => b.agreement - a.agreement);
  const handy = near.find(({ run: { clustering } }) => clustering.clusters >= least && clustering.clusters <= most);
  const why = "near to the groups that the rows are likely made of";
  if (isApart) return near.slice(0, 2).map(({ run }) => ({ run, why }));
  return handy ? [{ run: handy.run, why: `${why}, among ${least} to ${most} groups` }] : [];
}

/** The best of a family, whose runs come best first, with a number of groups that a plan can use. */
function handyRun(family: readonly ComparedRun[]): PickedRun[] {
  const { least, most } = handyGroups;
  const run = family.find(({ clustering: { clusters } }) => clusters >= least && clusters <= most);
  return run ? [{ run, why: `the best silhouette of ${familyOf(run)} among ${least} to ${most} groups` }] : [];
}

/** k-means at the k that silhouette, Calinski–Harabasz, Davies–Bouldin and elbow vote for. */
function votedRun(usable: readonly ComparedRun[]): PickedRun | undefined {
  const means = usable.filter(({ clustering: { algorithm, engine } }) => algorithm === "kmeans" && engine === "native");
  if (means.length < 2) return undefined;
  const evidence = means.map(({ clustering: { model, clusters }, silhouette, daviesBouldin, calinskiHarabasz }) => ({
    k: clusters,
    silhouette,
    daviesBouldin,
    calinskiHarabasz,
    ...(model.kind === "centres" && { inertia: model.inertia }),
  }));
  const { k } = chooseK(evidence.toSorted((a, b) => a.k - b.k));
  const run = means.find(({ clustering }) => clustering.clusters === k);
  return run && { run, why: "the number of groups that the criteria vote for" };
}
