import { calendarHeatmap } from "../../src/charts/calendar-heatmap.js";
import type { Chart } from "../../src/charts/chart.js";
import { cohortRetention } from "../../src/charts/cohort-retention.js";
import { concentrationCurves } from "../../src/charts/concentration-curves.js";
import { findingBars } from "../../src/charts/finding-bars.js";
import { logHistogram } from "../../src/charts/log-histogram.js";
import { monthlyOrders } from "../../src/charts/monthly-orders.js";
import { paretoCurve } from "../../src/charts/pareto-curve.js";
import { priceBandBars } from "../../src/charts/price-band-bars.js";
import { turnoverParts } from "../../src/charts/turnover-parts.js";
import { valueHistograms } from "../../src/charts/value-histograms.js";
import type { Random } from "../../src/core/random.js";
import type { Naming } from "./gallery.js";

/** The charts of a profile and of an exploration, from synthetic data of a realistic shape. */
export function salesGallery(revenue: Float64Array, random: Random, name: Naming): Record<string, Chart> {
  const month = (i: number): string =>
    `${2009 + Math.floor((i + 11) / 12)}-${String(((i + 11) % 12) + 1).padStart(2, "0")}`;
  return {
    findingBars: findingBars(
      ["rows without a customer", "codes that are no goods", "a stretch of time", "open weekdays without a row"].map(
        (check, i) => ({
          finding: `finding-${i}`,
          severity: (["warning", "note", "error"] as const)[i % 3]!,
          check: name(check),
          size: "1,234 rows",
          title: name(`${check}: 1,234 rows`),
          why: name("A reason."),
          rows: 1234,
          revenue: i === 3 ? 0 : 4e6 / (i + 1),
          rowsInSales: 100,
          revenueInSales: i === 1 ? 5e5 : 0,
          query: { sql: "", values: [] },
        }),
      ),
    ),
    valueHistograms: valueHistograms(
      ["quantity", "price"].map((column) => ({
        column: name(column),
        type: "money" as const,
        rows: 1000,
        missing: 0,
        distinct: 400,
        unique: 100,
        top: [],
        least: [],
        greatest: [],
        quantiles: [0.01, 0.5, 0.99].map((share) => ({ share, value: share * 100 })),
        mean: 40,
        zero: 10,
        negative: 30,
        bins: [-100, -50, -20, -10, 0, 0.1, 0.2, 0.5, 1, 2, 5, 10, 1000].map((from, i, all) => ({
          from,
          to: all[i + 1] ?? 2000,
          rows: 1 + 3 ** Math.min(i, 9),
        })),
      })),
    ),
    calendarHeatmap: calendarHeatmap({
      from: "2010-11-01",
      to: "2011-02-28",
      days: Array.from({ length: 120 }, (_, i) => {
        const time = Date.UTC(2010, 10, 1 + i);
        return {
          date: new Date(time).toISOString().slice(0, 10),
          weekday: new Date(time).getUTCDay() || 7,
          rows: 900,
          revenue: 2e4 + 100 * i,
        };
      }).filter(({ weekday, date }) => weekday !== 6 && (date < "2010-12-24" || date > "2011-01-03")),
      weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        dates: 17,
        traded: weekday === 6 ? 0 : 15,
        open: weekday !== 6,
      })),
      gaps: [{ from: "2010-12-24", to: "2011-01-03", days: 9 }],
      months: [],
    }),
    monthlyOrders: monthlyOrders(
      Array.from({ length: 25 }, (_, i) => ({
        month: month(i),
        partial: i === 24,
        tradingDays: 24,
        allTurnover: 7e5,
        identified: 6e5,
        allOrders: 1700 + 40 * i,
        identifiedOrders: 1500 + 40 * i,
        customers: 900 + 20 * i,
        newCustomers: i === 0 ? 900 : 300 - 8 * i,
      })),
    ),
    turnoverParts: turnoverParts({
      basis: "all",
      days: Array.from({ length: 300 }, (_, i) => {
        const trend = i < 17 || i > 282 ? null : 3e4 + 60 * i;
        const turnover = (trend ?? 3e4) * Math.exp(random.normal() * 0.3);
        const date = new Date(Date.UTC(2010, 0, 4 + i)).toISOString().slice(0, 10);
        return { date, weekday: (i % 7) + 1, turnover, trend, rest: trend === null ? null : turnover / trend };
      }),
      weekdays: [1, 2, 3, 4, 5, 7].map((weekday) => ({ weekday, index: 0.7 + weekday / 10, days: 50 })),
      season: {
        months: Array.from({ length: 12 }, (_, i) => ({ month: i + 1, index: 0.8 + i / 20, years: 2 })),
        growthPerYear: 0.02,
      },
      window: 35,
      leftOut: { days: 1, turnover: 9803 },
    }),
    paretoCurve: paretoCurve(revenue, { of: name("products"), what: name("revenue") }),
    priceBandBars: priceBandBars(
      [0.5, 1, 2, 5, 10, 20].map((from, i, all) => ({
        from,
        to: all[i + 1] ?? 50,
        lines: 900 - 100 * i,
        units: 9000 / (i + 1),
        revenue: 4e4 - 5e3 * (i - 2) ** 2,
      })),
    ),
    logHistogram: logHistogram(
      {
        bins: Array.from({ length: 12 }, (_, i) => ({
          from: 2 ** i,
          to: 2 ** (i + 1),
          count: Math.round(900 * Math.exp(-((i - 6) ** 2) / 6)),
          sum: 1e4,
        })),
        count: 4000,
        median: 90,
        mean: 190,
        low: 20,
        high: 500,
        greatest: 4000,
      },
      { of: name("orders"), what: name("order value"), unit: name("days") },
    ),
    concentrationCurves: concentrationCurves(
      [
        { of: name("customers"), amounts: revenue },
        { of: name("products"), amounts: revenue.map((value) => value ** 1.5) },
      ],
      { what: name("revenue") },
    ),
    cohortRevenue: cohortRetention(
      Array.from({ length: 10 }, (_, c) => c).flatMap((c) =>
        Array.from({ length: 10 - c }, (_, age) => ({
          cohort: month(c),
          age,
          customers: 100,
          share: age === 0 ? 1 : 0.3,
          revenue: 5e4 / (age + 1),
          revenueShare: 1 / (age + 1),
          partial: c + age === 9,
          opening: c === 0,
        })),
      ),
      { by: "revenue" },
    ),
  };
}
