import { agreementMatrix } from "../../src/charts/agreement-matrix.js";
import type { Chart } from "../../src/charts/chart.js";
import { chooseKChart } from "../../src/charts/choose-k-chart.js";
import { clusterExplorer } from "../../src/charts/cluster-explorer.js";
import { clusterMaps } from "../../src/charts/cluster-maps.js";
import { cohortRetention } from "../../src/charts/cohort-retention.js";
import { correlationHeatmap } from "../../src/charts/correlation-heatmap.js";
import { countryBars } from "../../src/charts/country-bars.js";
import { crossTab } from "../../src/charts/cross-tab.js";
import { dendrogram } from "../../src/charts/dendrogram.js";
import { featureDistributions } from "../../src/charts/feature-distributions.js";
import { kDistancePlot } from "../../src/charts/k-distance-plot.js";
import { ledgerWaterfall } from "../../src/charts/ledger-waterfall.js";
import { loadingsPlot } from "../../src/charts/loadings-plot.js";
import { lorenzCurve } from "../../src/charts/lorenz-curve.js";
import { missingValues } from "../../src/charts/missing-values.js";
import { monthlyRevenue } from "../../src/charts/monthly-revenue.js";
import { nonGoodsCodes } from "../../src/charts/non-goods-codes.js";
import { nullBands } from "../../src/charts/null-bands.js";
import { overlapDays } from "../../src/charts/overlap-days.js";
import { profileHeatmap } from "../../src/charts/profile-heatmap.js";
import { rfmGrid } from "../../src/charts/rfm-grid.js";
import { screePlot } from "../../src/charts/scree-plot.js";
import { segmentBars } from "../../src/charts/segment-bars.js";
import { segmentMap } from "../../src/charts/segment-map.js";
import { silhouettePlot } from "../../src/charts/silhouette-plot.js";
import { topProducts } from "../../src/charts/top-products.js";
import { weekdayHourHeatmap } from "../../src/charts/weekday-hour-heatmap.js";
import type { MergeTree } from "../../src/clustering/clusterer.js";
import { createRandom } from "../../src/core/random.js";
import { comparisonGallery } from "./comparison-gallery.js";
import { featureGallery } from "./feature-gallery.js";
import { planGallery } from "./plan-gallery.js";
import { salesGallery } from "./sales-gallery.js";
import { segmentGallery } from "./segment-gallery.js";

/** How a user's text gets into the charts; the hostile tests pass their own. */
export type Naming = (text: string) => string;

const columns = [
  "recency_days",
  "orders",
  "net_revenue",
  "revenue_per_order",
  "expected_gap_days",
  "lines_per_order",
  "units_per_order",
  "product_entropy",
  "repeat_product_share",
  "price_per_unit",
  "return_rate",
  "weekend_share",
  "q4_share",
];
const units = [
  "days",
  "orders",
  "GBP",
  "GBP",
  "days",
  "lines",
  "units",
  "0–1",
  "share",
  "GBP",
  "share",
  "share",
  "share",
];
const map = [
  ["Lost", "Lost", "Hibernating", "Hibernating", "At Risk"],
  ["Hibernating", "Hibernating", "At Risk", "At Risk", "Can't Lose Them"],
  ["About To Sleep", "About To Sleep", "Need Attention", "Loyal Customers", "Need Attention"],
  ["Promising", "Potential Loyalists", "Loyal Customers", "Loyal Customers", "Champions"],
  ["Recent Customers", "Potential Loyalists", "Potential Loyalists", "Loyal Customers", "Champions"],
];

/** Every chart of the room, from synthetic data of a realistic shape. */
export function gallery(customers: number, name: Naming = (text) => text): Record<string, Chart> {
  const random = createRandom(7);
  const normals = (n: number, scale = 1): Float64Array =>
    Float64Array.from({ length: n }, () => random.normal() * scale);
  const ids = Array.from({ length: customers }, (_, i) => name(String(12346 + i)));
  const x = normals(customers, 2);
  const y = x.map((value, i) => random.normal() + (i % 3 === 0 ? 2.5 : 0) - value * 0.1);
  const slices = (k: number): Int32Array => {
    const raw = Int32Array.from(x, (value, i) =>
      Math.min(k - 1, Math.max(0, Math.floor(((value + y[i]! * 0.3 + 4) / 8) * k))),
    );
    return bySize(raw);
  };
  const dense = (eps: number): Int32Array =>
    bySize(Int32Array.from(x, (value, i) => (Math.hypot(value, y[i]!) > eps * 4 ? -1 : y[i]! > 1.4 ? 1 : 0)));
  const revenue = Float64Array.from(x, (value) => Math.exp(6 + value * 0.8));
  const candidates = [
    ...["k-means", "hierarchical (ward)", "ml-kmeans"].flatMap((algorithm) =>
      [2, 3, 4, 5, 6, 7, 8, 9].map((k) => ({
        algorithm: name(algorithm),
        parameterName: "k",
        parameter: k,
        labels: slices(k),
        silhouettes: Float64Array.from(x, (value) => Math.sin(value * k)),
        jaccards: Array.from({ length: k }, (_, c) => 0.95 - 0.06 * c),
      })),
    ),
    ...[0.5, 0.6, 0.7, 0.8, 0.9, 1].map((eps) => ({
      algorithm: name("DBSCAN"),
      parameterName: "eps",
      parameter: eps,
      labels: dense(eps),
      silhouettes: Float64Array.from(y, (value) => Math.cos(value * eps)),
    })),
  ];
  const features = columns.map((column, j) => {
    const standardized = Float64Array.from(x, (value) => value * Math.cos(j) + random.normal() * 0.5);
    return {
      column: name(column),
      unit: name(units[j]!),
      standardized,
      values: standardized.map((value) => Math.exp(value + 2)),
      typical: (value: number) => Math.exp(value + 2),
    };
  });
  const segments = [...new Set(map.flat())].map((segment, i) => ({
    segment: name(segment),
    customers: 60 + ((i * 397) % 1100),
    revenue: 4e6 / (1 + i) ** 1.4,
  }));
  const grid = map.flatMap((row, r) =>
    row.map((segment, v) => ({
      r: r + 1,
      v: v + 1,
      segment: name(segment),
      customers: 40 + ((r * 7 + v * 13) % 11) * 38,
      revenue: 9000 * (r + 1) ** 1.5 * (v + 1) ** 2.4,
    })),
  );
  const month = (i: number): string =>
    `${2009 + Math.floor((i + 11) / 12)}-${String(((i + 11) % 12) + 1).padStart(2, "0")}`;
  const correlations = Float64Array.from({ length: 169 }, (_, i) =>
    i % 14 === 0
      ? 1
      : Math.sin((Math.min(i % 13, Math.floor(i / 13)) + 1) * (Math.max(i % 13, Math.floor(i / 13)) + 2)) * 0.9,
  );
  const labels = slices(4);
  const clusters = ["Wholesalers", "Weekly regulars", "Christmas shoppers", "One-time buyers", "Lapsed"];

  return {
    ledgerWaterfall: ledgerWaterfall([
      {
        step: name("read"),
        from: null,
        reason: name("all rows of the file"),
        rows: 1067371,
        customers: 5942,
        invoices: 53628,
        revenue: 19287250.568,
      },
      {
        step: name("overlap"),
        from: name("read"),
        reason: name("overlap of the two sheets kept once"),
        rows: 1044848,
        customers: 5942,
        invoices: 53628,
        revenue: 18909762.118,
      },
      {
        step: name("identified"),
        from: name("overlap"),
        reason: name("customer known"),
        rows: 809561,
        customers: 5942,
        invoices: 44876,
        revenue: 16343669.038,
      },
      {
        step: name("adjustments"),
        from: name("identified"),
        reason: name("not a bad-debt adjustment"),
        rows: 809561,
        customers: 5942,
        invoices: 44876,
        revenue: 16343669.038,
      },
      {
        step: name("goods"),
        from: name("adjustments"),
        reason: name("goods only"),
        rows: 805909,
        customers: 5876,
        invoices: 43880,
        revenue: 16411894.747,
      },
      {
        step: name("returns"),
        from: name("goods"),
        reason: name("cancellations set aside"),
        rows: 17642,
        customers: 2445,
        invoices: 7283,
        revenue: -713046.25,
      },
      {
        step: name("sales"),
        from: name("goods"),
        reason: name("quantity and price above 0"),
        rows: 788206,
        customers: 5852,
        invoices: 36594,
        revenue: 17124940.997,
      },
    ]),
    overlapDays: overlapDays(
      Array.from({ length: 90 }, (_, i) => {
        const date = new Date(Date.UTC(2010, 9, 20 + i)).toISOString().slice(0, 10);
        const kept = 30000 + random.next() * 30000;
        const twice = date >= "2010-12-01" && date <= "2010-12-09" ? 2 : 1;
        return { date, rowsKept: 2000, rowsRead: 2000 * twice, revenueKept: kept, revenueRead: kept * twice };
      }).filter((day) => new Date(day.date).getUTCDay() !== 6),
    ),
    missingValues: missingValues(
      ["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID", "Country"].map(
        (column, i) => ({ column: name(column), missing: i === 6 ? 243007 : i === 2 ? 4382 : 0, rows: 1067371 }),
      ),
    ),
    nonGoodsCodes: nonGoodsCodes(
      ["POST", "DOT", "M", "D", "S", "AMAZONFEE", "BANK CHARGES", "C2", "CRUK", "ADJUST", "B", "TEST001"].map(
        (sku, i) => ({
          sku: name(sku),
          description: i === 3 ? null : name("DOTCOM POSTAGE"),
          rows: 2100 - i * 170,
          revenue: i % 3 === 2 ? -260000 / (i + 1) : 320000 / (i + 1),
        }),
      ),
    ),
    monthlyRevenue: monthlyRevenue(
      Array.from({ length: 25 }, (_, i) => ({
        month: month(i),
        allTurnover: 7e5 + 3e5 * Math.sin(i / 2) ** 2 + (i % 12 === 11 ? 7e5 : 0),
        identified: 6e5 + 2e5 * Math.sin(i / 2) ** 2 + (i % 12 === 11 ? 5e5 : 0),
        partial: i === 24,
      })),
    ),
    ...salesGallery(revenue, random, name),
    ...segmentGallery(name),
    weekdayHourHeatmap: weekdayHourHeatmap(
      [0, 1, 2, 3, 4, 6].flatMap((weekday) =>
        Array.from({ length: 14 }, (_, h) => ({
          weekday,
          hour: h + 6,
          orders: Math.round(900 * Math.exp(-((h - 6) ** 2) / 8) * (weekday === 3 ? 1.2 : 1)),
        })),
      ),
    ),
    countryBars: countryBars(
      [
        "United Kingdom",
        "EIRE",
        "Netherlands",
        "Germany",
        "France",
        "Australia",
        "Spain",
        "Switzerland",
        "Sweden",
        "Belgium",
        "Unspecified",
        "Portugal",
        "Channel Islands",
        "Japan",
        "Italy",
        "Denmark",
        "Norway",
        "Cyprus",
        "Finland",
        "European Community",
      ].map((country, i) => ({
        country: name(country),
        customers: i === 0 ? 5350 : 110 - i * 5,
        revenue: i === 0 ? 14_200_000 : 640_000 / i,
      })),
    ),
    lorenzCurve: lorenzCurve(revenue, { of: name("customers"), what: name("revenue") }),
    cohortRetention: cohortRetention(
      Array.from({ length: 24 }, (_, c) => c).flatMap((c) =>
        Array.from({ length: 24 - c }, (_, age) => {
          const size = 1000 - c * 32;
          const share = age === 0 ? 1 : 0.38 / (1 + age * 0.12) + 0.03 * Math.sin(c + age);
          return { cohort: month(c), age, customers: Math.round(size * share), share };
        }),
      ),
    ),
    topProducts: topProducts(
      Array.from({ length: 4600 }, (_, i) => ({
        sku: name(String(20000 + i)),
        description: i === 7 ? null : name(i % 2 ? "WHITE HANGING HEART T-LIGHT HOLDER" : "REGENCY CAKESTAND 3 TIER"),
        revenue: 300000 / (1 + i) ** 0.7,
        units: 9000 - i,
        orders: 3000 - (i >> 1),
      })),
    ),
    featureDistributions: featureDistributions(
      features.map((feature) => ({
        name: feature.column,
        unit: feature.unit,
        before: feature.values,
        after: feature.standardized,
      })),
    ),
    correlationHeatmap: correlationHeatmap({ columns: columns.map(name), values: correlations }),
    rfmGrid: rfmGrid(grid),
    segmentBars: segmentBars(segments),
    nullBands: nullBands(
      [2, 3, 4, 5, 6].flatMap((k) =>
        ["k-means", "Gaussian mixture"].map((algorithm, a) => ({
          algorithm,
          k,
          real: 0.5 / (k + a),
          surrogates: Float64Array.from({ length: 20 }, (_, b) => 0.45 / (k + a) + 0.002 * b),
          z: 2,
        })),
      ),
      { p: { "k-means": 0.19, "Gaussian mixture": 0.048 } },
    ),
    screePlot: screePlot([0.34, 0.17, 0.12, 0.09, 0.08, 0.06, 0.05, 0.03, 0.02, 0.02, 0.01, 0.005, 0.005]),
    loadingsPlot: loadingsPlot(
      { columns: columns.map(name), values: Float64Array.from({ length: 39 }, (_, i) => Math.sin(i * 1.7) * 0.5) },
      { explained: [0.34, 0.17, 0.12] },
    ),
    chooseKChart: chooseKChart(
      ["k-means", "hierarchical (ward)"].flatMap((algorithm, a) =>
        [2, 3, 4, 5, 6, 7, 8, 9, 10].map((k) => ({
          algorithm: name(algorithm),
          k,
          silhouette: 0.34 - Math.abs(k - 4) * 0.02 - a * 0.04,
          daviesBouldin: 1.1 + Math.abs(k - 3) * 0.05 + a * 0.1,
          calinskiHarabasz: 3400 - k * 190 - a * 300,
          inertia: 76000 / (1 + k * 0.2),
        })),
      ),
    ),
    silhouettePlot: silhouettePlot(
      {
        values: Float64Array.from(labels, (label) => 0.35 - label * 0.05 + random.normal() * 0.18).map((value) =>
          Math.min(1, value),
        ),
        labels: Int32Array.from(labels, (label, i) => (i % 40 === 0 ? -1 : label)),
      },
      { algorithm: name("k-means, k = 4") },
    ),
    dendrogram: dendrogram(tree(Math.min(customers, 300), random), { k: 5, linkage: name("average") }),
    kDistancePlot: kDistancePlot(Float64Array.from(x, (value) => 0.3 + Math.exp(value * 0.35 - 1.2)).sort(), {
      knee: Math.floor(customers * 0.93),
      eps: 1.05,
      minPoints: 10,
    }),
    clusterMaps: clusterMaps({ x, y, ids }, [
      { title: name("k-means"), labels: slices(4) },
      { title: name("hierarchical (ward)"), labels: slices(5) },
      { title: name("DBSCAN"), labels: dense(0.8) },
    ]),
    agreementMatrix: agreementMatrix(
      ["k-means 4", "ward 4", "DBSCAN 0.8", "RFM segment"].map(name),
      Float64Array.of(1, 0.61, 0.05, 0.2, 0.61, 1, 0.02, 0.18, 0.05, 0.02, 1, -0.01, 0.2, 0.18, -0.01, 1),
    ),
    clusterExplorer: clusterExplorer(
      {
        ids,
        x,
        y,
        umap: { x: y, y: x },
        tooltip: features
          .slice(0, 4)
          .map((feature) => ({ name: feature.column, unit: feature.unit, values: feature.values })),
      },
      candidates,
      features,
      { revenue, start: 2 },
    ),
    ...featureGallery(
      { ids, x, y, revenue, segments, columns, correlations, columnTree: tree(columns.length, random) },
      name,
    ),
    ...comparisonGallery(tree(Math.min(customers, 60), random), name),
    segmentMap: segmentMap(segments),
    profileHeatmap: profileHeatmap(
      clusters.flatMap((cluster, c) =>
        columns.map((column, j) => ({
          cluster: name(cluster),
          column: name(column),
          unit: name(units[j]!),
          mean: Math.exp(3 + Math.sin(c * 3 + j) * 4),
          standardized: Math.sin(c * 3 + j) * 2.2,
        })),
      ),
    ),
    crossTab: crossTab(
      segments.flatMap((segment, s) =>
        [-1, 0, 1, 2, 3].map((cluster) => ({
          segment: segment.segment,
          cluster,
          customers: Math.round(
            segment.customers * [0.02, 0.6, 0.2, 0.1, 0.08][(cluster + 1 + (cluster < 0 ? 0 : s)) % 5]!,
          ),
        })),
      ),
    ),
    ...planGallery(segments, name),
  };
}

function bySize(labels: Int32Array): Int32Array {
  const sizes = new Map<number, number>();
  for (const label of labels) if (label >= 0) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([label]) => label);
  return labels.map((label) => order.indexOf(label));
}

// average linkage the slow and obvious way
function tree(rows: number, random: { normal(): number }): MergeTree {
  const points = Array.from(
    { length: rows },
    (_, i) => [random.normal() + (i % 4) * 3, random.normal() + (i % 3) * 2] as const,
  );
  let active = points.map((point, node) => ({ node, members: [point] }));
  const left = new Int32Array(rows - 1);
  const right = new Int32Array(rows - 1);
  const height = new Float64Array(rows - 1);
  const size = new Int32Array(rows - 1);
  const centre = (members: readonly (readonly [number, number])[], axis: 0 | 1): number =>
    members.reduce((sum, member) => sum + member[axis], 0) / members.length;
  let above = 0;
  for (let m = 0; m < rows - 1; m++) {
    const centres = active.map((one) => [centre(one.members, 0), centre(one.members, 1)] as const);
    let best = [0, 1, Number.POSITIVE_INFINITY] as [number, number, number];
    for (let a = 0; a < active.length; a++) {
      for (let b = a + 1; b < active.length; b++) {
        const weight = Math.sqrt(
          (2 * active[a]!.members.length * active[b]!.members.length) /
            (active[a]!.members.length + active[b]!.members.length),
        );
        const d = Math.hypot(centres[a]![0] - centres[b]![0], centres[a]![1] - centres[b]![1]) * weight;
        if (d < best[2]) best = [a, b, d];
      }
    }
    const one = active[best[0]]!;
    const other = active[best[1]]!;
    const members = [...one.members, ...other.members];
    left[m] = Math.min(one.node, other.node);
    right[m] = Math.max(one.node, other.node);
    above = Math.max(above, best[2]);
    height[m] = above;
    size[m] = members.length;
    active = [...active.filter((cluster) => cluster !== one && cluster !== other), { node: rows + m, members }];
  }
  return { rows, left, right, height, size };
}
