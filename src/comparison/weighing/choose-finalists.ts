import { algorithmName } from "../candidates.js";
import { chooseK } from "../choosing/choose-k.js";
import type { ComparedRun } from "../comparison.js";
import { clusterSizes } from "../comparison-table.js";
import { handyGroups } from "../handy-groups.js";
import { leastGroupShare } from "../least-group-share.js";
import { expectedAgreement, sharedView } from "../reference/expected-agreement.js";
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
 * Picks the runs whose stability is worth its time: those nearest to what the rows are likely made of; k-means at the
 * number of groups that the criteria vote for; the two best families at a number of groups that a plan can use, ahead of
 * the others where the number is ours; the best silhouette of each family whose groups can be used; the best of all.
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
  const near = reference ? byAgreement(usable, reference) : [];
  const decides = isApart || (reference?.isBounded === true && (near[0]?.agreement ?? 0) >= sharedView);
  const handy = families.slice(0, 2).flatMap((family) => handyRun(usable.filter((run) => familyOf(run) === family)));
  const picks = [
    ...closestRuns(near, decides),
    ...(voted ? [voted] : []),
    // where the number of groups is ours, one of these will be taken
    ...(decides ? [] : handy),
    ...families.map((family) => ({
      run: usable.find((run) => familyOf(run) === family)!,
      why: `the best silhouette of ${family}`,
    })),
    ...handy,
    ...usable.map((run) => ({ run, why: "one of the best silhouettes" })),
  ];
  const first = new Map<ComparedRun, PickedRun>();
  for (const pick of picks) if (!first.has(pick.run)) first.set(pick.run, pick);
  return [...first.values()].slice(0, most);
}

interface NearRun {
  readonly run: ComparedRun;
  readonly agreement: number;
}

/** The runs by how far they agree with the reference. */
function byAgreement(usable: readonly ComparedRun[], reference: ReferenceGroups): NearRun[] {
  return usable
    .map((run) => ({ run, agreement: expectedAgreement(run.clustering.labels, reference) }))
    .sort((a, b) => b.agreement - a.agreement);
}

/** The two runs that agree most with the reference; where it does not decide one, and one with a handy number of groups. */
function closestRuns(near: readonly NearRun[], decides: boolean): PickedRun[] {
  const { least, most } = handyGroups;
  const handy = near.find(({ run: { clustering } }) => clustering.clusters >= least && clustering.clusters <= most);
  return [
    ...near
      .slice(0, decides ? 2 : 1)
      .map(({ run }) => ({ run, why: "near to the groups that the rows are likely made of" })),
    ...(handy && !decides ? [{ run: handy.run, why: `nearest to them among ${least} to ${most} groups` }] : []),
  ];
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
