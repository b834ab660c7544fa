import { inertText } from "./inert-text.js";
import { readableAxis, tone } from "./theme.js";
import { moneyText } from "./what-if-transforms.js";

type Panel = Record<string, unknown>;

/** Height of an action's row in pixels. */
const step = 36;

/** What the panels share: a row a rank, however the actions are ranked. */
export function whatIfPanels(actions: number, symbol: string): { readonly totals: Panel; readonly rows: Panel[] } {
  const ranks = Array.from({ length: actions }, (_, i) => i + 1);
  const y = { field: "rank", type: "ordinal", axis: null, scale: { domain: ranks } };
  const sign = inertText(symbol.trim());
  const tooltip = tooltips(sign);
  const colour = { field: "colour", type: "nominal", scale: null, legend: null };
  const line = (field: string, dy: number, align: string, more: object): Panel => ({
    mark: { type: "text", align, baseline: "middle", dy, ...more },
    encoding: { x: { value: align === "right" ? 88 : 0 }, text: { field, type: "nominal" } },
  });
  const column = (width: number, layer: readonly Panel[]): Panel => ({
    width,
    height: { step },
    encoding: { y, tooltip },
    layer,
  });
  const profit = { type: "quantitative", title: `expected profit (${sign})`, axis: { ...readableAxis, tickCount: 5 } };
  const uplift = {
    type: "quantitative",
    title: "uplift (percentage points)",
    axis: { labelExpr: "format(100 * datum.value, '~r')", tickCount: 4 },
    scale: { domain: [{ expr: "upliftStart" }, { expr: "upliftEdge" }], nice: false },
  };
  return {
    totals: totalsPanel(),
    rows: [
      column(176, [
        line("segment", -7, "left", { fontWeight: 600, fontSize: 12 }),
        line("action", 8, "left", { fontSize: 10, color: tone.soft }),
      ]),
      column(262, [
        {
          mark: { type: "bar", height: { band: 0.5 }, filled: false, strokeWidth: 1.5 },
          encoding: { x: { field: "profit", ...profit, stack: null }, color: colour },
        },
        {
          mark: { type: "bar", height: { band: 0.5 } },
          encoding: { x: { field: "paid", ...profit, stack: null }, color: colour },
        },
        // white around it, so that it stands out on every colour
        ...[
          { strokeWidth: 3, color: "white" },
          { strokeWidth: 1.4, color: tone.ink },
        ].map((look) => ({
          mark: { type: "rule", ...look },
          encoding: { x: { field: "low", ...profit }, x2: { field: "high" } },
        })),
      ]),
      column(88, [
        line("money", -7, "right", { fontWeight: 600, fontSize: 12 }),
        line("status", 8, "right", { fontSize: 10, color: tone.soft }),
      ]),
      column(130, [
        {
          mark: { type: "rule", strokeWidth: 1.6, color: tone.muted, clip: true },
          encoding: { x: { field: "liftLow", ...uplift }, x2: { field: "liftHigh" } },
        },
        {
          mark: { type: "circle", size: 70, opacity: 1, clip: true },
          encoding: { x: { field: "lift", ...uplift }, color: colour },
        },
        {
          transform: [{ filter: "isValid(datum.breakEven) && datum.breakEven <= upliftEdge" }],
          mark: { type: "tick", color: tone.accent, thickness: 3, size: 20, opacity: 1 },
          encoding: { x: { field: "breakEven", ...uplift } },
        },
        {
          transform: [{ filter: "!isValid(datum.breakEven) || datum.breakEven > upliftEdge" }],
          mark: { type: "text", text: "beyond →", align: "right", dy: -11, fontSize: 10, color: tone.accent },
          encoding: { x: { value: 130 } },
        },
      ]),
    ],
  };
}

/** What all that the budget pays for brings together, in two lines. */
function totalsPanel(): Panel {
  const of = "datum.whole + ' of ' + datum.actions + (datum.actions === 1 ? ' action' : ' actions')";
  const line = (field: string, y: number, more: object): Panel => ({
    mark: { type: "text", align: "left", baseline: "middle", ...more },
    encoding: { x: { value: 0 }, y: { value: y }, text: { field, type: "nominal" } },
  });
  return {
    width: 640,
    height: 40,
    transform: [
      { calculate: "datum.share * datum.low", as: "paidLow" },
      { calculate: "datum.share * datum.high", as: "paidHigh" },
      { calculate: "datum.share * datum.cost", as: "paidCost" },
      { calculate: "datum.share > 0.999 ? 1 : 0", as: "isWhole" },
      { calculate: "datum.share >= 0.001 && datum.share <= 0.999 ? 1 : 0", as: "isPart" },
      {
        aggregate: [
          { op: "sum", field: "paid", as: "paid" },
          { op: "sum", field: "paidLow", as: "low" },
          { op: "sum", field: "paidHigh", as: "high" },
          { op: "sum", field: "paidCost", as: "cost" },
          { op: "sum", field: "isWhole", as: "whole" },
          { op: "sum", field: "isPart", as: "part" },
          { op: "count", as: "actions" },
        ],
      },
      {
        calculate:
          `datum.whole + datum.part === 0 ? 'No action is paid for' : ${moneyText("datum.paid")} + ' expected profit from ' + ` +
          `(datum.whole === 0 ? 'a part of one action' : ${of} + (datum.part > 0 ? ' and a part of one more' : ''))`,
        as: "headline",
      },
      {
        calculate:
          `${moneyText("datum.low")} + ' if all uplifts are low, ' + ${moneyText("datum.high")} + ' if all are high; contacts cost ' + ` +
          `${moneyText("datum.cost")} + ' of ' + ${moneyText("budget")}`,
        as: "range",
      },
    ],
    layer: [
      line("headline", 10, { fontSize: 15, fontWeight: 600 }),
      line("range", 30, { fontSize: 12, color: tone.soft }),
    ],
  };
}

function tooltips(sign: string): Record<string, unknown>[] {
  const money = (field: string, title: string, format = ",.0f") => ({
    field,
    type: "quantitative",
    title: `${title} (${sign})`,
    format,
  });
  const share = (field: string, title: string, format = ".2%") => ({ field, type: "quantitative", title, format });
  return [
    { field: "segment", type: "nominal", title: "segment" },
    { field: "what", type: "nominal", title: "action" },
    { field: "rank", type: "quantitative", title: "place" },
    { field: "contacts", type: "quantitative", title: "contacts", format: "," },
    { field: "members", type: "quantitative", title: "of customers", format: "," },
    money("low", "profit, low"),
    money("profit", "profit, expected"),
    money("high", "profit, high"),
    money("each", "profit a contact", ",.2f"),
    money("cost", "cost of the contacts"),
    share("share", "paid by the budget", ".0%"),
    share("baseline", "buys anyway", ".1%"),
    share("lift", "uplift"),
    share("breakEven", "break-even uplift"),
  ];
}
