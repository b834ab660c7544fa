import type { ColumnTable } from "arquero";
import type { ComparedRun } from "../../comparison/comparison.js";
import { type Decision, decideClustering } from "../../comparison/decide-clustering.js";
import type { Progress } from "../../core/progress.js";
import { buildFeatures } from "../../features/build-features.js";
import type { PreparedMatrix } from "../../features/matrix/preparation.js";
import { prepareMatrix } from "../../features/matrix/prepare-matrix.js";
import { openSales, type Sales, type SalesOptions } from "../../sales/open-sales.js";
import { readSettings } from "../../sales/settings.js";
import { type NamedSegment, nameSegments } from "../../segments/name-segments.js";
import { personas } from "../../segments/personas.js";
import type { ActionPlan } from "../../segments/plan/action-plan.js";
import { type PlanSettings, planSettings } from "../../segments/plan/plan-settings.js";
import { type PlanShopOptions, planShop } from "../../segments/plan-shop.js";
import { defaultPlaybook } from "../../segments/playbook/default-playbook.js";
import type { Playbook } from "../../segments/playbook/playbook.js";
import { readPlaybook } from "../../segments/playbook/read-playbook.js";
import { profileSegments } from "../../segments/profile-segments.js";

/** A shop's whole analysis, as the notebooks make it. */
export interface SegmentedShop {
  readonly sales: Sales;
  readonly customers: ColumnTable;
  readonly matrix: PreparedMatrix;
  readonly decision: Decision;
  /** The decision's run. */
  readonly chosen: ComparedRun;
  readonly segments: readonly NamedSegment[];
  /** Whom to write to, with what. */
  readonly plan: ActionPlan;
  /** What was set for the plan; the rest is assumed. */
  readonly planned: PlanSettings;
  /** The one that the plan follows. */
  readonly playbook: Playbook;
  /** The seed of every random choice. */
  readonly seed: number;
  /** Seconds by stage; belongs under `timing`. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** What `segmentShop` takes. */
export interface SegmentShopOptions extends SalesOptions {
  readonly seed?: number;
  /** `auto`, `cached`, or an algorithm with its number of groups, such as `kmeans:5`. */
  readonly choose?: string;
  /** What the plan takes for granted; its playbook goes before the file that `playbook` names. */
  readonly plan?: PlanShopOptions;
  readonly onProgress?: (progress: Progress) => void;
}

const stages = ["sales", "features", "matrix", "comparison", "segments", "plan"] as const;

/**
 * Takes a shop from its file to named segments: opens and cleans the sales, builds the features, prepares the matrix
 * `rfm-plus`, compares clusterings, takes the verdict's, names its segments and plans what to do about them.
 *
 * @param options where the data are, how they are cleaned, the seed
 * @returns every intermediate result; close `sales` when done
 */
export async function segmentShop(options: SegmentShopOptions = {}): Promise<SegmentedShop> {
  const {
    onProgress,
    seed = readSettings().seed ?? 1,
    choose = readSettings().choose ?? "auto",
    plan: planOptions = {},
    ...settings
  } = options;
  const { margin, budget, holdoutShare } = { ...planSettings({ ...readSettings(), ...settings }), ...planOptions };
  const planned = planSettings({ margin, budget, holdout: holdoutShare });
  const playbook = planOptions.playbook ?? (await playbookOf(settings.playbook ?? readSettings().playbook));
  const keep = settings.workspace?.cacheFolder ?? true;
  const seconds: Record<string, number> = {};
  const stage = async <T>(name: (typeof stages)[number], work: () => T | Promise<T>): Promise<T> => {
    onProgress?.({ done: stages.indexOf(name), total: stages.length, label: name });
    const began = performance.now();
    const result = await work();
    seconds[name] = (performance.now() - began) / 1000;
    return result;
  };

  const sales = await stage("sales", () => openSales(settings));
  try {
    const customers = await stage("features", () => buildFeatures(sales));
    const matrix = await stage("matrix", () => prepareMatrix(customers));
    let told = 0;
    const tell = ({ done, total }: Progress): void => {
      const tenths = Math.floor((10 * done) / total);
      // the longest stage says how far it is
      if (tenths > told && tenths < 10)
        onProgress?.({
          done: stages.indexOf("comparison"),
          total: stages.length,
          label: `comparison, ${10 * tenths} %`,
        });
      told = Math.max(told, tenths);
    };
    const decision = await stage("comparison", () =>
      decideClustering(sales, customers, matrix, {
        choose,
        seed,
        cache: keep,
        onProgress: tell,
      }),
    );
    const { chosen } = decision;
    const { labels } = chosen.clustering;
    const segments = await stage("segments", () =>
      nameSegments(profileSegments(customers, labels), personas, playbook),
    );
    const plan = await stage("plan", () =>
      planShop(sales, { customers, labels, segments }, { seed, cache: keep, ...planned, ...planOptions, playbook }),
    );
    return { sales, customers, matrix, decision, chosen, segments, plan, planned, playbook, seed, seconds };
  } catch (error) {
    sales.close();
    throw error;
  }
}

/** Read before any work is done: a fault in it is told at once. */
function playbookOf(path: string | undefined): Promise<Playbook> | Playbook {
  return path === undefined ? defaultPlaybook : readPlaybook(path);
}
