// the one door of the library: the names that notebooks import

// tables: arquero's own names, so that a notebook needs no second import
import * as arquero from "arquero";
import { showCellLines } from "./lab/cell-stack.js";

// a notebook's own lines, in place of stacks of internals
showCellLines();

/** All of arquero, the tables that `buildFeatures` and others give: `aq.from(rows)`, `aq.table(columns)`, `aq.desc("orders")`. */
export const aq: typeof arquero = arquero;
/** arquero's functions for use inside its verbs: `customers.rollup({ median: (d) => op.median(d.net_revenue) })`. */
export const op: typeof arquero.op = arquero.op;

// charts
export { actionWhatIf, type WhatIfOptions } from "./charts/action-what-if.js";
export { agreementMatrix } from "./charts/agreement-matrix.js";
export { calendarHeatmap } from "./charts/calendar-heatmap.js";
export type { Chart } from "./charts/chart.js";
export { chooseKChart } from "./charts/choose-k-chart.js";
export { clusterFlow, type NamedLabels } from "./charts/cluster-flow.js";
export { clusterMaps } from "./charts/cluster-maps.js";
export { cohortRetention } from "./charts/cohort-retention.js";
export { concentrationCurves } from "./charts/concentration-curves.js";
export { condensedTreeIcicle } from "./charts/condensed-tree-icicle.js";
export { correlationHeatmap } from "./charts/correlation-heatmap.js";
export { countryBars } from "./charts/country-bars.js";
export { crossTab } from "./charts/cross-tab.js";
export { customerExplorer, type ExplorableCustomer } from "./charts/customer-explorer.js";
export { type CustomerPlaces, customerMap } from "./charts/customer-map.js";
export { dendrogram } from "./charts/dendrogram.js";
export { detectableUplifts, type TestedSegment } from "./charts/detectable-uplifts.js";
export { effortValue } from "./charts/effort-value.js";
export { featureDistributions } from "./charts/feature-distributions.js";
export { findingBars } from "./charts/finding-bars.js";
export { type CalibratedClass, forecastCalibration } from "./charts/forecast-calibration.js";
export { forecastOrigins, type OriginForecast } from "./charts/forecast-origins.js";
export { kDistancePlot } from "./charts/k-distance-plot.js";
export { kFlow, type LabelsOfK } from "./charts/k-flow.js";
export type { LeafStrip } from "./charts/leaf-strips.js";
export { ledgerWaterfall } from "./charts/ledger-waterfall.js";
export { listOverlaps, type OverlappingLists } from "./charts/list-overlaps.js";
export { loadingsPlot } from "./charts/loadings-plot.js";
export { logHistogram } from "./charts/log-histogram.js";
export { lorenzCurve } from "./charts/lorenz-curve.js";
export type { MapColouring } from "./charts/map-colouring.js";
export { missingValues } from "./charts/missing-values.js";
export { monthShares } from "./charts/month-shares.js";
export { monthlyOrders } from "./charts/monthly-orders.js";
export { monthlyRevenue } from "./charts/monthly-revenue.js";
export { nonGoodsCodes } from "./charts/non-goods-codes.js";
export { type NullBand, nullBands } from "./charts/null-bands.js";
export { overlapDays } from "./charts/overlap-days.js";
export { paretoCurve } from "./charts/pareto-curve.js";
export { planTimeline, type TimedAction } from "./charts/plan-timeline.js";
export { priceBandBars } from "./charts/price-band-bars.js";
export { productLifts } from "./charts/product-lifts.js";
export { profileHeatmap } from "./charts/profile-heatmap.js";
export { reachabilityCurve } from "./charts/reachability-curve.js";
export { type RecencyGroup, recencyHistogram } from "./charts/recency-histogram.js";
export { rfmGrid } from "./charts/rfm-grid.js";
export { screePlot } from "./charts/scree-plot.js";
export { segmentBars } from "./charts/segment-bars.js";
export { segmentFlow } from "./charts/segment-flow.js";
export { segmentMap } from "./charts/segment-map.js";
export { segmentPositions } from "./charts/segment-positions.js";
export { shuffleBars } from "./charts/shuffle-bars.js";
export { silhouettePlot } from "./charts/silhouette-plot.js";
export { type StabilityBar, stabilityBars } from "./charts/stability-bars.js";
export { topProducts } from "./charts/top-products.js";
export { type ExplainedTree, treeDiagram } from "./charts/tree-diagram.js";
export { turnoverParts } from "./charts/turnover-parts.js";
export { type StakedSegment, valueAtStakeBars } from "./charts/value-at-stake-bars.js";
export { valueHistograms } from "./charts/value-histograms.js";
export { weekdayHourHeatmap } from "./charts/weekday-hour-heatmap.js";
export type { WhatIfRow } from "./charts/what-if-actions.js";
export { whatIfRows } from "./charts/what-if-rows.js";
// clustering
export { type ClusterOptions, cluster } from "./clustering/cluster.js";
export { type ClusterManyOptions, clusterMany } from "./clustering/cluster-many.js";
export type {
  Clusterer,
  Clustering,
  DensityModel,
  HdbscanModel,
  MergeTree,
  MixtureModel,
} from "./clustering/clusterer.js";
export { clusterers } from "./clustering/clusterers.js";
export { coAssociation } from "./clustering/consensus/co-association.js";
export {
  type ConsensusClustering,
  type ConsensusOptions,
  consensusClustering,
} from "./clustering/consensus/consensus-clustering.js";
export { type PacCurve, type PacOptions, pacCurve } from "./clustering/consensus/pac-curve.js";
export { type ApproximateLabels, approximateLabels } from "./clustering/density/approximate-labels.js";
export type { CondensedTree } from "./clustering/density/condensed-tree.js";
export { kDistances } from "./clustering/density/k-distances.js";
export { kneeOf } from "./clustering/density/knee.js";
export type { ReachabilityPlot } from "./clustering/density/reachability-plot.js";
export type { ClusteringJob } from "./clustering/fit-job.js";
export { copheneticCorrelation } from "./clustering/hierarchical/cophenetic-correlation.js";
export { cutTree } from "./clustering/hierarchical/cut-tree.js";
export { cutTreeAtHeight } from "./clustering/hierarchical/cut-tree-at-height.js";
export { mergeTree } from "./clustering/hierarchical/merge-tree.js";
export { adjustedMutualInformation } from "./clustering/metrics/adjusted-mutual-information.js";
export { adjustedRandIndex } from "./clustering/metrics/adjusted-rand-index.js";
export { calinskiHarabasz } from "./clustering/metrics/calinski-harabasz.js";
export { daviesBouldin } from "./clustering/metrics/davies-bouldin.js";
export { type DensityValidity, densityValidity } from "./clustering/metrics/density-validity.js";
export { dunnIndex } from "./clustering/metrics/dunn-index.js";
export { largestShare } from "./clustering/metrics/largest-share.js";
export { type MatchedContingency, matchedContingency } from "./clustering/metrics/matched-contingency.js";
export { matchedShare } from "./clustering/metrics/matched-share.js";
export { reshuffledShare } from "./clustering/metrics/reshuffled-share.js";
export { silhouettes } from "./clustering/metrics/silhouettes.js";
export { type VMeasure, vMeasure } from "./clustering/metrics/v-measure.js";
export type { MeasuredRows } from "./clustering/mixture/measure-mixture.js";
export { mixtureMemberships } from "./clustering/mixture/mixture-memberships.js";
export { predictClusters } from "./clustering/predict-clusters.js";
export { type PredictedRows, predictRows } from "./clustering/predict-rows.js";
export { type Predictor, predictorOf } from "./clustering/predictor.js";
export { type ClusterSampleOptions, clusterSample } from "./clustering/sample/cluster-sample.js";
export { type SampledRows, sampleRows } from "./clustering/sample/sample-rows.js";
export type { SampledClustering, SampleFacts } from "./clustering/sample/sampled-clustering.js";
// comparison
export { agreement } from "./comparison/agreement.js";
export type { Candidate } from "./comparison/candidates.js";
export { chooseK, type KChoice, type KEvidence, type KVote } from "./comparison/choosing/choose-k.js";
export { elbow } from "./comparison/choosing/elbow.js";
export { type EpsCell, epsGrid } from "./comparison/choosing/eps-grid.js";
export { type GapStatistic, gapStatistic } from "./comparison/choosing/gap-statistic.js";
export { kChoiceTable } from "./comparison/choosing/k-choice-table.js";
export { type GapRule, pickByGap } from "./comparison/choosing/pick-by-gap.js";
export { type ComparisonOptions, compareClusterings } from "./comparison/compare-clusterings.js";
export { compareEngines, type EngineComparison } from "./comparison/compare-engines.js";
export type { ComparedRun, Comparison, FailedCandidate } from "./comparison/comparison.js";
export { comparisonTable } from "./comparison/comparison-table.js";
export { type Decision, type DecisionOptions, decideClustering } from "./comparison/decide-clustering.js";
export { type Borderline, type BorderlineRow, borderlineRows } from "./comparison/explanation/borderline-rows.js";
export { cliffsDelta, type EffectSize, effectSize } from "./comparison/explanation/cliffs-delta.js";
export { type ClusterMedoid, clusterMedoids } from "./comparison/explanation/cluster-medoids.js";
export { type ClusterProfileEntry, clusterProfile } from "./comparison/explanation/cluster-profile.js";
export { type ClusterTrait, type ClusterTraits, clusterTraits } from "./comparison/explanation/cluster-traits.js";
export type { DecisionTree, TreeNode, TreeSplit } from "./comparison/explanation/decision-tree.js";
export { type ColumnEffect, etaSquared } from "./comparison/explanation/eta-squared.js";
export {
  type ExplainOptions,
  explainTree,
  type ToldCluster,
  type TreeExplanation,
} from "./comparison/explanation/explain-tree.js";
export { featureMatrix } from "./comparison/explanation/feature-matrix.js";
export {
  type FutureOptions,
  type FutureUsefulness,
  futureUsefulness,
} from "./comparison/explanation/future-usefulness.js";
export { growTree, type TreeOptions } from "./comparison/explanation/grow-tree.js";
export {
  type Estimate,
  type LabelledOutcomes,
  type LabelUsefulness,
  labelUsefulness,
  type Prediction,
} from "./comparison/explanation/label-usefulness.js";
export { outcomesAfter } from "./comparison/explanation/outcomes-after.js";
export {
  type CustomerLabels,
  type PreparationAgreement,
  preparationSensitivity,
} from "./comparison/explanation/preparation-sensitivity.js";
export { type TreeRule, treeRules } from "./comparison/explanation/tree-rules.js";
export { type CustomerMap, mapCustomers } from "./comparison/map-customers.js";
export { type EngineMeasurements, measuredEngines } from "./comparison/measured-engines.js";
export { besideNull } from "./comparison/null/beside-null.js";
export { type ColumnDip, columnDips } from "./comparison/null/column-dips.js";
export { copulaSurrogate } from "./comparison/null/copula-surrogate.js";
export { type Dip, dipTest } from "./comparison/null/dip-test.js";
export { figuresWithoutGroups, type WithoutGroupsOptions } from "./comparison/null/figures-without-groups.js";
export { type FoundGroups, findSeparateGroups } from "./comparison/null/find-separate-groups.js";
export type { FigureNames, FigureSet } from "./comparison/null/group-figures.js";
export { measureStructure, type StructureEvidence } from "./comparison/null/measure-structure.js";
export { type NeighbouringDip, neighbouringDips } from "./comparison/null/neighbouring-dips.js";
export { type AgainstNull, type NullComparison, nullComparison } from "./comparison/null/null-comparison.js";
export { type SeparateGroups, separateGroups } from "./comparison/null/separate-groups.js";
export { spreadTies } from "./comparison/null/spread-ties.js";
export {
  type StructureAnswer,
  type StructureVerdict,
  structureVerdict,
} from "./comparison/null/structure-verdict.js";
export type { PlausibleGroups, ReferenceGroups } from "./comparison/reference/reference-groups.js";
export {
  type BootstrapStability,
  bootstrapStability,
  type ClusterStability,
} from "./comparison/stability/bootstrap-stability.js";
export { type SeedSensitivity, seedSensitivity } from "./comparison/stability/seed-sensitivity.js";
export { type StabilityBand, stabilityBand } from "./comparison/stability/stability-band.js";
export { type CriterionScore, type Scorecard, type ScorecardRow, scorecard } from "./comparison/verdict/scorecard.js";
export { type Criterion, type CriterionName, scorecardCriteria } from "./comparison/verdict/scorecard-criteria.js";
export { scorecardTable } from "./comparison/verdict/scorecard-table.js";
export type { ScoredCandidate } from "./comparison/verdict/scored-candidate.js";
export { type Verdict, type VerdictOptions, verdict } from "./comparison/verdict/verdict.js";
export type { Finalist, Weighing } from "./comparison/weighing/weigh-finalists.js";
// core
export { SegmentLabError } from "./core/errors.js";
export { formatMoney, formatNumber, formatPoints, formatShare } from "./core/format.js";
export { createMatrix, type Matrix } from "./core/matrix.js";
export { moneyFormat } from "./core/money.js";
export { type PrincipalComponents, principalComponents } from "./core/principal-components.js";
export type { Progress, RunOptions } from "./core/progress.js";
export { createRandom, type Random } from "./core/random.js";
export { weekdayNames } from "./core/weekday-names.js";
// features
export { buildFeatures, type FeatureOptions } from "./features/build-features.js";
export { featureCatalogue } from "./features/catalogue.js";
export {
  type CardFeature,
  type CardOptions,
  CustomerCard,
  customerCard,
  customerCards,
} from "./features/customer-card.js";
export type { CardOrder } from "./features/customer-orders.js";
export type { Feature } from "./features/feature.js";
export type { ShopFacts } from "./features/known-shop.js";
export { applyPreparation } from "./features/matrix/apply-preparation.js";
export { type Atom, atoms } from "./features/matrix/atoms.js";
export type { ColumnPreparation } from "./features/matrix/column-preparation.js";
export { correlations } from "./features/matrix/correlations.js";
export { describePreparation } from "./features/matrix/describe-preparation.js";
export { diagnoseColumns } from "./features/matrix/diagnose-columns.js";
export { fitPreparation } from "./features/matrix/fit-preparation.js";
export { type FittedColumn, invertColumn } from "./features/matrix/fitted-column.js";
export { invertMatrix } from "./features/matrix/invert-matrix.js";
export type { MatrixOptions, PresetName, SplitOptions } from "./features/matrix/matrix-options.js";
export { neighboursKept } from "./features/matrix/neighbours-kept.js";
export { outlierScores } from "./features/matrix/outlier-scores.js";
export { type Pca, pca } from "./features/matrix/pca.js";
export type { Preparation, PreparedMatrix } from "./features/matrix/preparation.js";
export { prepareMatrix } from "./features/matrix/prepare-matrix.js";
export { presets } from "./features/matrix/presets.js";
export { loadPreparation, savePreparation } from "./features/matrix/save-preparation.js";
export type { SetAside } from "./features/matrix/set-aside.js";
export type { SplitMatrices } from "./features/matrix/split-wholesale.js";
export { type UmapMap, type UmapOptions, umapMap } from "./features/matrix/umap-map.js";
export { varianceInflation } from "./features/matrix/variance-inflation.js";
export { redundantPairs } from "./features/redundant-pairs.js";
export { type BoughtWithin, boughtWithin } from "./features/rfm/bought-within.js";
export { checkSegmentMap, type SegmentMap, standardSegmentMap } from "./features/rfm/check-segment-map.js";
export { checkSegmentRules } from "./features/rfm/check-segment-rules.js";
export { type MovedByShuffling, movedByShuffling } from "./features/rfm/moved-by-shuffling.js";
export { readSegmentMap } from "./features/rfm/read-segment-map.js";
export { rfmCells, type SegmentCell } from "./features/rfm/rfm-cells.js";
export { type RfmCustomersOptions, rfmCustomers } from "./features/rfm/rfm-customers.js";
export { rfmFlow, type SegmentFlow } from "./features/rfm/rfm-flow.js";
export { type RfmOptions, rfmSegments } from "./features/rfm/rfm-segments.js";
export { rfmTable } from "./features/rfm/rfm-table.js";
export { type RfmScores, type ScoreOptions, scoreRfm } from "./features/rfm/score-rfm.js";
export { rfmSegment, rfmSegmentMap, rfmSegmentNames, valueScore } from "./features/rfm/segment-map.js";
export { publishedRules, type SegmentRule, type SegmentRules } from "./features/rfm/segment-rules.js";
export { type RfmWeights, weightedRfm } from "./features/rfm/weighted-rfm.js";
export { shopFacts } from "./features/shop-facts.js";
export { type TypicalCustomer, typicalCustomers } from "./features/typical-customers.js";
// report and lab
export { type ClusterExplorerOptions, clusterExplorer, unitOf } from "./lab/cluster-explorer.js";
export { columnTree } from "./lab/column-tree.js";
export { customersInside, type MapExtent } from "./lab/customers-inside.js";
export { Display, type MimeBundle } from "./lab/display.js";
export { html, md } from "./lab/markdown.js";
export { showProgress } from "./lab/progress-display.js";
export type { Provenance, ProvenanceStep } from "./lab/provenance.js";
export { provenance } from "./lab/provenance-of.js";
export { show } from "./lab/show.js";
export type { TableOptions } from "./lab/table-display.js";
// models
export { createModel, type ModelOptions } from "./models/create-model.js";
export { loadModel } from "./models/load-model.js";
export { modelSchema } from "./models/model-schema.js";
export { saveModel } from "./models/save-model.js";
export { scoreCustomers } from "./models/score-customers.js";
export { type ScoreSalesOptions, scoreSales } from "./models/score-sales.js";
export type { ModelClustering, ModelShop, SegmentModel, SegmentName } from "./models/segment-model.js";
export { type BacktestOptions, backtestOrders, type OrderBacktest } from "./prediction/backtest-orders.js";
// prediction
export type { BacktestedOrigin, OrderCalibration } from "./prediction/backtest-origin.js";
export { backtestTable } from "./prediction/backtest-table.js";
export type { ValueCalibration, ValueCheck } from "./prediction/check-values.js";
export { type ChosenPurchases, choosePurchases } from "./prediction/choose-purchases.js";
export { expectedOrderValue } from "./prediction/expected-order-value.js";
export { expectedOrders } from "./prediction/expected-orders.js";
export { type FittedPurchases, fitPurchases, type PurchaseFitOptions } from "./prediction/fit-purchases.js";
export { type FittedValues, fitValues } from "./prediction/fit-values.js";
export type { ForecastError } from "./prediction/forecast-error.js";
export { ordersIfAlive } from "./prediction/orders-if-alive.js";
export { probabilityAlive } from "./prediction/probability-alive.js";
export { probabilityOfPurchase } from "./prediction/probability-of-purchase.js";
export {
  type ForecastOptions,
  type NoForecast,
  type PurchaseForecast,
  purchaseForecast,
} from "./prediction/purchase-forecast.js";
export type {
  PurchaseHistory,
  PurchaseModel,
  PurchaseModelName,
  PurchaseParameters,
} from "./prediction/purchase-model.js";
export { type PurchaseSummary, purchaseSummary } from "./prediction/purchase-summary.js";
export { type SeasonFactor, seasonFactor } from "./prediction/season-factor.js";
export { stakeTable } from "./prediction/stake-table.js";
export {
  type SegmentStake,
  type StakeOptions,
  type StakeRange,
  type ValueAtStake,
  valueAtStake,
} from "./prediction/value-at-stake.js";
export type { ValueHistory, ValueParameters } from "./prediction/value-model.js";
// sales
export type { CleaningPlan, PlannedRule } from "./sales/cleaning/cleaning-plan.js";
export type { Ledger, LedgerStep } from "./sales/cleaning/ledger.js";
export type { Overlap } from "./sales/cleaning/overlap-finding.js";
export type { Basis } from "./sales/exploration/basis.js";
export { type CohortSales, cohortSales } from "./sales/exploration/cohort-sales.js";
export { type Concentration, concentration } from "./sales/exploration/concentration.js";
export { type CountrySales, countrySales } from "./sales/exploration/country-sales.js";
export { type CustomerSales, customerSales } from "./sales/exploration/customer-sales.js";
export { decomposeTurnover, type TurnoverParts } from "./sales/exploration/decompose-turnover.js";
export type { Distribution } from "./sales/exploration/distribution.js";
export { type MonthlySales, monthlySales } from "./sales/exploration/monthly-sales.js";
export { orderGaps } from "./sales/exploration/order-gaps.js";
export { orderValues } from "./sales/exploration/order-values.js";
export { type PriceBand, priceBands } from "./sales/exploration/price-bands.js";
export { type ProductSales, productSales } from "./sales/exploration/product-sales.js";
export { type WeekHours, weekHours } from "./sales/exploration/week-hours.js";
export { openSales, type Sales, type SalesOptions } from "./sales/open-sales.js";
export { type CodeNoGoods, codesNoGoods } from "./sales/profile/codes-no-goods.js";
export type { ColumnProfile } from "./sales/profile/column-profile.js";
export { columnTable } from "./sales/profile/column-table.js";
export { type CleanedTwice, compareCleanings } from "./sales/profile/compare-cleanings.js";
export { type DayAsRead, daysAsRead } from "./sales/profile/days-as-read.js";
export type { Finding, Severity } from "./sales/profile/finding.js";
export { findingRows } from "./sales/profile/finding-rows.js";
export { largestReturners, type Returner } from "./sales/profile/largest-returners.js";
export { profileSales, type SalesProfile } from "./sales/profile/profile-sales.js";
export { type ReturnCoverage, returnCoverage } from "./sales/profile/return-coverage.js";
export { type SalesCalendar, salesCalendar } from "./sales/profile/sales-calendar.js";
export type { Redaction } from "./sales/redaction/redaction.js";
export { leftOutGroups, showableGroups } from "./sales/redaction/smallest-group.js";
export { readSettings, type Settings } from "./sales/settings.js";
export { plantedPersonas } from "./sales/synthetic/planted-personas.js";
// segments
export { actionsSchema } from "./segments/hand-over/actions-schema.js";
export { handOverFiles } from "./segments/hand-over/hand-over-files.js";
export { type NamedSegment, nameSegments } from "./segments/name-segments.js";
export { type NameStability, type NameStabilityOptions, nameStability } from "./segments/name-stability.js";
export type { Persona } from "./segments/persona.js";
export { personas } from "./segments/personas.js";
export type {
  ActionPlan,
  Assumption,
  ContactMeans,
  ContactStatus,
  HoldoutRule,
  Lens,
  ListMoney,
  ListSize,
  OverlapRow,
  PlannedCustomers,
  PlannedList,
  PlanTotals,
  StartWithin,
  StatusCounts,
} from "./segments/plan/action-plan.js";
export { type ContactTimes, contactTimes } from "./segments/plan/contact-times.js";
export {
  customersForUplift,
  detectableUplift,
  type TestGroups,
  type TestStrength,
} from "./segments/plan/detectable-uplift.js";
export { holdOut } from "./segments/plan/hold-out.js";
export { holm } from "./segments/plan/holm.js";
export type { LensCell, LensComparison, LensDifference } from "./segments/plan/lens-comparison.js";
export { planActions } from "./segments/plan/plan-actions.js";
export type { PlanInput, PlanOptions } from "./segments/plan/plan-input.js";
export { type PlanSettings, planSettings } from "./segments/plan/plan-settings.js";
export { breakEvenUplift, type ContactTerms, profitOfContact } from "./segments/plan/profit-of-contact.js";
export { type FinishedTest, readTest, type TestReading } from "./segments/plan/read-test.js";
export type { TestDesign, TestPool } from "./segments/plan/test-design.js";
export { type PlanShopOptions, planShop } from "./segments/plan-shop.js";
export { defaultPlaybook } from "./segments/playbook/default-playbook.js";
export type { Cases, Playbook, PlaybookEntry, SegmentAction } from "./segments/playbook/playbook.js";
export { playbookCsv, playbookTable } from "./segments/playbook/playbook-table.js";
export { type ReadPlaybookOptions, readPlaybook } from "./segments/playbook/read-playbook.js";
export { profileCells } from "./segments/profile-cells.js";
export { profileSegments, type SegmentProfile } from "./segments/profile-segments.js";
