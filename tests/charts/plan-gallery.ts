import { actionWhatIf } from "../../src/charts/action-what-if.js";
import type { Chart } from "../../src/charts/chart.js";
import { detectableUplifts } from "../../src/charts/detectable-uplifts.js";
import { effortValue } from "../../src/charts/effort-value.js";
import { forecastCalibration } from "../../src/charts/forecast-calibration.js";
import { forecastOrigins } from "../../src/charts/forecast-origins.js";
import { listOverlaps } from "../../src/charts/list-overlaps.js";
import { planTimeline } from "../../src/charts/plan-timeline.js";
import { valueAtStakeBars } from "../../src/charts/value-at-stake-bars.js";
import type { Naming } from "./gallery.js";

/** The charts of notebook 05: the forecast, what is at stake, and what is done about it. */
export function planGallery(
  segments: readonly { readonly segment: string; readonly customers: number }[],
  name: Naming,
): Record<string, Chart> {
  const actions = [
    "Thank with early access",
    "Ask for a second order",
    "Win back by phone",
    "Offer a subscription",
    "Send the winter catalogue",
    "Remind on the usual day",
    "Bundle their staples",
    "Leave in peace",
  ].map((action, i) => ({ i, action: name(action), segment: segments[i]!.segment, customers: 40 * (8 - i) ** 2 }));
  const origins = ["2010-12-14", "2011-03-14", "2011-06-12", "2011-09-10"];
  const others = ["Newcomers", "Wholesale", "Price-sensitive"].map(name);
  return {
    effortValue: effortValue(
      actions.map(({ i, action, segment }) => ({
        ...{ action, segment, effort: ((i % 3) + 1) as 1 | 2 | 3 },
        value: i === 7 ? 0 : 180000 / (i + 1),
      })),
    ),
    effortValueWithRanges: effortValue(
      actions.map(({ i, action, segment }) => ({
        ...{ action, segment, effort: ((i % 3) + 1) as 1 | 2 | 3 },
        ...{ low: 60000 / (i + 1) - 20000, value: 180000 / (i + 1) - 15000, high: 400000 / (i + 1) },
      })),
      { of: name("expected") },
    ),
    actionWhatIf: actionWhatIf(
      actions.flatMap(({ i, action, segment, customers }) =>
        [0.5, 1, 2].map((times) => ({
          ...{ action, segment, customers: customers / 3, orderValue: 300 * times, baseline: 0.6 / (i + 1) },
          uplift: { low: 0.005 * (i % 3), base: 0.01 * (1 + (i % 4)), high: 0.03 * (1 + (i % 4)) },
          ...{ discount: 0.05 * (i % 3), contactCost: [0.1, 1, 8][i % 3]! },
        })),
      ),
      { margin: 0.4, budget: 2500, currency: name("GBP") },
    ),
    planTimeline: planTimeline(
      actions.map(({ i, action, segment }) => ({
        ...{ action, segment, value: 9000 / (i + 1) },
        ...[
          { starts: 0, ends: 30, readOn: 120 },
          { starts: 30, ends: 90, readOn: 180 },
          { starts: 90, ends: 180, readOn: 270 },
        ][i % 3]!,
      })),
    ),
    listOverlaps: listOverlaps(
      actions.flatMap(({ i, segment }) =>
        others.map((other, j) => ({
          lists: [segment, other],
          winner: (i + j) % 3 === 0 ? other : segment,
          customers: 7 * i + 31 * j + 1,
        })),
      ),
      { columns: others },
    ),
    detectableUplifts: detectableUplifts(
      actions.map(({ i, segment, customers }) => ({
        ...{ segment, customers, assumed: 0.01 * (1 + (i % 4)) },
        detectable: i === 7 ? null : 0.9 / Math.sqrt(customers),
        pool: i % 3 === 0 ? [segments[(i + 1) % 8]!.segment] : [],
      })),
    ),
    valueAtStakeBars: valueAtStakeBars(
      segments.map(({ segment, customers }, i) => ({
        ...{ segment, customers, base: 50_000 / (i + 1) },
        ...{ low: i === 3 ? Number.NaN : 30_000 / (i + 1), high: i === 3 ? Number.NaN : 90_000 / (i + 1) },
      })),
    ),
    forecastOrigins: forecastOrigins(
      origins.flatMap((origin, o) =>
        ["MBG/CNBD-2 × season", "last period repeats", "segment mean", "a year before"].map((method, m) => ({
          ...{ origin, method: name(method), actual: 4000 + 300 * o, mae: 0.5 + m / 10 },
          predicted: 4000 * (0.8 + ((o + m) % 5) / 6),
        })),
      ),
    ),
    forecastCalibration: forecastCalibration(
      origins.flatMap((origin, o) =>
        ["0", "1", "2", "3–4", "5–9", "10 or more"].map((frequency, f) => ({
          ...{ origin, frequency: name(frequency), customers: 1000 - 150 * f },
          ...{ predicted: 0.2 + 0.4 * f + 0.05 * o, actual: 0.22 + 0.38 * f },
        })),
      ),
    ),
  };
}
