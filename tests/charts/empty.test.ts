import { expect, test } from "vitest";
import { actionWhatIf } from "../../src/charts/action-what-if.js";
import { agreementMatrix } from "../../src/charts/agreement-matrix.js";
import { calendarHeatmap } from "../../src/charts/calendar-heatmap.js";
import type { Chart } from "../../src/charts/chart.js";
import { chooseKChart } from "../../src/charts/choose-k-chart.js";
import { clusterFlow } from "../../src/charts/cluster-flow.js";
import { clusterMaps } from "../../src/charts/cluster-maps.js";
import { cohortRetention } from "../../src/charts/cohort-retention.js";
import { concentrationCurves } from "../../src/charts/concentration-curves.js";
import { condensedTreeIcicle } from "../../src/charts/condensed-tree-icicle.js";
import { correlationHeatmap } from "../../src/charts/correlation-heatmap.js";
import { countryBars } from "../../src/charts/country-bars.js";
import { crossTab } from "../../src/charts/cross-tab.js";
import { customerExplorer } from "../../src/charts/customer-explorer.js";
import { customerMap } from "../../src/charts/customer-map.js";
import { detectableUplifts } from "../../src/charts/detectable-uplifts.js";
import { effortValue } from "../../src/charts/effort-value.js";
import { findingBars } from "../../src/charts/finding-bars.js";
import { kFlow } from "../../src/charts/k-flow.js";
import { ledgerWaterfall } from "../../src/charts/ledger-waterfall.js";
import { listOverlaps } from "../../src/charts/list-overlaps.js";
import { logHistogram } from "../../src/charts/log-histogram.js";
import { missingValues } from "../../src/charts/missing-values.js";
import { monthShares } from "../../src/charts/month-shares.js";
import { monthlyOrders } from "../../src/charts/monthly-orders.js";
import { monthlyRevenue } from "../../src/charts/monthly-revenue.js";
import { nonGoodsCodes } from "../../src/charts/non-goods-codes.js";
import { overlapDays } from "../../src/charts/overlap-days.js";
import { paretoCurve } from "../../src/charts/pareto-curve.js";
import { planTimeline } from "../../src/charts/plan-timeline.js";
import { priceBandBars } from "../../src/charts/price-band-bars.js";
import { productLifts } from "../../src/charts/product-lifts.js";
import { profileHeatmap } from "../../src/charts/profile-heatmap.js";
import { reachabilityCurve } from "../../src/charts/reachability-curve.js";
import { recencyHistogram } from "../../src/charts/recency-histogram.js";
import { rfmGrid } from "../../src/charts/rfm-grid.js";
import { segmentBars } from "../../src/charts/segment-bars.js";
import { segmentFlow } from "../../src/charts/segment-flow.js";
import { segmentMap } from "../../src/charts/segment-map.js";
import { segmentPositions } from "../../src/charts/segment-positions.js";
import { shuffleBars } from "../../src/charts/shuffle-bars.js";
import { silhouettePlot } from "../../src/charts/silhouette-plot.js";
import { stabilityBars } from "../../src/charts/stability-bars.js";
import { topProducts } from "../../src/charts/top-products.js";
import { treeDiagram } from "../../src/charts/tree-diagram.js";
import { turnoverParts } from "../../src/charts/turnover-parts.js";
import { valueHistograms } from "../../src/charts/value-histograms.js";
import { weekdayHourHeatmap } from "../../src/charts/weekday-hour-heatmap.js";
import { render, titleOf } from "./render.js";

const none = new Float64Array(0);
const empty: Record<string, Chart> = {
  calendarHeatmap: calendarHeatmap({
    from: "2011-01-03",
    to: "2011-01-03",
    days: [],
    weekdays: [],
    gaps: [],
    months: [],
  }),
  concentrationCurves: concentrationCurves([{ of: "customers", amounts: [] }]),
  findingBars: findingBars([]),
  logHistogram: logHistogram(null, { of: "orders", what: "order value", currency: "GBP" }),
  monthlyOrders: monthlyOrders([]),
  paretoCurve: paretoCurve([]),
  priceBandBars: priceBandBars([]),
  turnoverParts: turnoverParts({
    basis: "all",
    days: [],
    weekdays: [],
    season: null,
    window: null,
    leftOut: { days: 0, turnover: 0 },
  }),
  valueHistograms: valueHistograms([]),
  agreementMatrix: agreementMatrix([], none),
  chooseKChart: chooseKChart([]),
  clusterFlow: clusterFlow({ title: "one", labels: [] }, { title: "two", labels: [] }),
  condensedTreeIcicle: condensedTreeIcicle({
    tree: {
      parent: Int32Array.of(-1),
      ...{ birth: Float64Array.of(0), death: Float64Array.of(0), size: Int32Array.of(0), stability: none },
      ...{ rowCluster: new Int32Array(0), rowLambda: none },
    },
    chosen: new Int32Array(0),
  }),
  kFlow: kFlow([]),
  kFlowOfNobody: kFlow([
    { k: 2, labels: [] },
    { k: 3, labels: [] },
  ]),
  reachabilityCurve: reachabilityCurve(
    { ordering: new Int32Array(0), reachability: none, coreDistances: none, predecessor: new Int32Array(0) },
    [],
  ),
  stabilityBars: stabilityBars([]),
  treeDiagram: treeDiagram({
    tree: { columns: ["orders"], clusters: [0], nodes: [{ depth: 0, customers: 3, counts: [3], cluster: 0 }] },
    clusters: [{ cluster: 0, customers: 3, precision: 1, recall: 1 }],
    accuracy: 1,
  }),
  clusterMaps: clusterMaps({ x: none, y: none, ids: [] }, []),
  cohortRetention: cohortRetention([]),
  correlationHeatmap: correlationHeatmap({ columns: [], values: none }),
  countryBars: countryBars([]),
  crossTab: crossTab([]),
  customerExplorer: customerExplorer([]),
  customerMap: customerMap({ ids: [], x: none, y: none }, [{ name: "orders", values: none }]),
  customerMapWithoutColours: customerMap({ ids: ["1"], x: Float64Array.of(0), y: Float64Array.of(0) }, []),
  recencyHistogram: recencyHistogram([]),
  segmentFlow: segmentFlow([]),
  shuffleBars: shuffleBars({ customers: 0, shuffles: 20, share: 0, least: 0, most: 0, segments: [] }),
  effortValue: effortValue([]),
  actionWhatIf: actionWhatIf([], { margin: 0.4 }),
  detectableUplifts: detectableUplifts([]),
  listOverlaps: listOverlaps([]),
  planTimeline: planTimeline([]),
  ledgerWaterfall: ledgerWaterfall([]),
  missingValues: missingValues([]),
  monthlyRevenue: monthlyRevenue([]),
  nonGoodsCodes: nonGoodsCodes([]),
  overlapDays: overlapDays([]),
  profileHeatmap: profileHeatmap([]),
  rfmGrid: rfmGrid([]),
  segmentBars: segmentBars([]),
  segmentMap: segmentMap([]),
  silhouettePlot: silhouettePlot({ values: Float64Array.of(0), labels: Int32Array.of(-1) }),
  monthShares: monthShares([]),
  productLifts: productLifts([]),
  segmentPositions: segmentPositions([]),
  topProducts: topProducts([]),
  weekdayHourHeatmap: weekdayHourHeatmap([]),
};

test.each(Object.keys(empty))("%s of nothing says so instead of failing", async (name) => {
  expect(titleOf(empty[name]!)).not.toMatch(/NaN|undefined|Infinity/);
  expect(titleOf(empty[name]!)).not.toBe("");
  await render(empty[name]!);
});
