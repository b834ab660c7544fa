import { formatNumber, formatPoints } from "../../core/format.js";
import { customersForUplift, detectableUplift, type TestStrength } from "./detectable-uplift.js";
import type { TestDesign, TestPool } from "./test-design.js";

/** A list as a test sees it: who can be compared with whom. */
export interface TestableList {
  readonly name: string;
  readonly channel: string;
  readonly contacts: number;
  readonly heldOut: number;
  /** Mean probability of a purchase without a contact; null without a forecast. */
  readonly baseline: number | null;
  /** Mean base uplift, cut where the baseline leaves no room. */
  readonly assumedUplift: number;
}

/** How strong tests are to be and how many are held out. */
export interface TestRules extends Required<TestStrength> {
  readonly holdoutShare: number;
}

/**
 * Says for each list what uplift its size can tell from chance, and where that is more than is assumed, what would: more
 * customers, more waves of the same list, or other lists read together with it, those of the same channel first.
 *
 * @param lists in rank
 * @param rules `alpha`, `power`, `holdoutShare`
 * @returns one design a list, in their order
 */
export function designTests(lists: readonly TestableList[], rules: TestRules): TestDesign[] {
  const alone = lists.map((list) => detectable(list, rules));
  const isLearnable = lists.map(({ assumedUplift }, i) => alone[i] !== null && alone[i]! <= assumedUplift);
  return lists.map((list, i) => {
    const { contacts, heldOut, baseline, assumedUplift } = list;
    const size = contacts + heldOut;
    const needed = baseline === null ? null : customersForUplift(assumedUplift, baseline, rules.holdoutShare, rules);
    // those that cannot be learnt alone first, of the same channel first, then the larger
    const weightOf = (j: number): number => Number(isLearnable[j]) * 2 + Number(lists[j]!.channel !== list.channel);
    const others = [...lists.keys()]
      .filter((j) => j !== i && lists[j]!.contacts > 0 && lists[j]!.baseline !== null)
      .sort((a, b) => weightOf(a) - weightOf(b) || lists[b]!.contacts - lists[a]!.contacts || a - b)
      .map((j) => lists[j]!);
    const design = {
      contacts,
      heldOut,
      baseline,
      assumedUplift,
      detectableUplift: alone[i]!,
      detectableAtHalf: detectable({ ...list, contacts: size / 2, heldOut: size / 2 }, rules),
      learnable: isLearnable[i]!,
      customersNeeded: needed,
      waves: needed === null || size === 0 ? null : Math.max(1, Math.ceil(needed / size)),
      pool: isLearnable[i] || baseline === null || size === 0 ? null : poolOf(list, others, rules),
    };
    return { ...design, text: textOf(design, rules) };
  });
}

function detectable({ contacts, heldOut, baseline }: TestableList, rules: TestRules): number | null {
  return baseline === null ? null : detectableUplift({ contacts, heldOut, baseline }, rules);
}

function poolOf(list: TestableList, others: readonly TestableList[], rules: TestRules): TestPool | null {
  const pooled = [list];
  let pool: TestPool | null = null;
  for (const other of others) {
    pooled.push(other);
    const sum = (of: (one: TestableList) => number): number => pooled.reduce((total, one) => total + of(one), 0);
    const size = sum((one) => one.contacts + one.heldOut);
    const mean = (of: (one: TestableList) => number): number =>
      sum((one) => of(one) * (one.contacts + one.heldOut)) / size;
    const [contacts, heldOut] = [sum((one) => one.contacts), sum((one) => one.heldOut)];
    const baseline = mean((one) => one.baseline!);
    const assumed = mean((one) => one.assumedUplift);
    const found = detectableUplift({ contacts, heldOut, baseline }, rules);
    const isEnough = found !== null && found <= assumed;
    const needed = customersForUplift(assumed, baseline, rules.holdoutShare, rules);
    if (needed === null) continue;
    const waves = isEnough ? 1 : Math.max(2, Math.ceil(needed / size));
    pool = { lists: pooled.map(({ name }) => name), contacts, heldOut, detectable: found, assumed, waves };
    if (isEnough) return pool;
  }
  return pool;
}

function textOf(design: Omit<TestDesign, "text">, { alpha, power }: TestRules): string {
  const { contacts, heldOut, baseline, assumedUplift, detectableUplift: found, waves, customersNeeded, pool } = design;
  const groups = `${formatNumber(contacts)} contacted against ${formatNumber(heldOut)} held out`;
  if (contacts + heldOut === 0) return "Nobody is contacted, so there is nothing to learn.";
  if (baseline === null) return `${groups}; without a forecast it is not known what uplift they can find.`;
  const strength = `two-sided ${formatNumber(100 * alpha, 0)} %, power ${formatNumber(100 * power, 0)} %`;
  const finds =
    found === null
      ? `${groups} are too few to find any uplift (${strength})`
      : `${groups} find an uplift of ${formatPoints(found)} or more (${strength})`;
  if (design.learnable) return `${finds}; ${formatPoints(assumedUplift)} are assumed: one wave is enough.`;
  const half =
    design.detectableAtHalf === null
      ? ""
      : ` With half of them held out, one wave finds ${formatPoints(design.detectableAtHalf)}.`;
  const start = `${finds}; the assumed ${formatPoints(assumedUplift)} cannot be learnt from this segment alone`;
  if (customersNeeded === null) return `${start}, and no number of customers would do.${half}`;
  const more = `it takes ${formatNumber(customersNeeded)} customers, ${formatNumber(waves!)} waves of this list`;
  const together =
    pool === null
      ? ""
      : pool.waves === 1
        ? `, or one wave read together with ${pool.lists.slice(1).join(", ")}`
        : `, or ${formatNumber(pool.waves)} waves of all ${formatNumber(pool.lists.length)} lists read together`;
  return `${start}: ${more}${together}.${half}`;
}
