import type { Finding, Severity } from "../sales/profile/finding.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { currencySymbol, shortMoney } from "./short-number.js";
import { shortAxis, tone } from "./theme.js";

const severities: readonly Severity[] = ["error", "warning", "note"];
const meanings: Readonly<Record<Severity, string>> = {
  error: "makes figures wrong",
  warning: "look at it",
  note: "good to know",
};

/**
 * Shows what a profile found, ranked by the revenue it touches, and how much of that is still among the sales after cleaning.
 *
 * @param findings `profileSales(sales).findings`
 * @param options `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function findingBars(findings: readonly Finding[], options: { readonly currency?: string } = {}): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const greatest = findings.reduce<Finding | undefined>(
    (most, one) => (most && most.revenue >= one.revenue ? most : one),
    undefined,
  );
  const wrong = findings.filter(({ severity }) => severity === "error").length;
  const message = greatest
    ? `${wrong === 0 ? "None" : wrong} of ${findings.length} findings ${wrong === 1 ? "makes" : "make"} figures wrong ` +
      `if left alone; most revenue, ${shortMoney(greatest.revenue, symbol)}, is touched by ${shortenText(greatest.check, 60)}`
    : "The checks found nothing";
  const values = findings.map((finding, i) => ({
    i,
    check: finding.check,
    severity: meanings[finding.severity],
    title: finding.title,
    why: finding.why,
    revenue: finding.revenue,
    left: finding.revenueInSales,
    text: `${finding.revenue === 0 ? "" : `${shortMoney(finding.revenue, symbol)}, `}${finding.size}`,
  }));
  const most = Math.max(1, ...findings.map(({ revenue }) => revenue));
  const x = { type: "quantitative", title: `revenue touched (${symbol.trim()})`, axis: { ...shortAxis, tickCount: 5 } };
  return createChart(`Findings ranked by the revenue they touch. ${message}.`, {
    title: chartTitle(message, "purchases and returns added up; dark bar: still among the sales after cleaning"),
    width: 360,
    height: { step: 23 },
    data: { values },
    encoding: {
      y: { field: "check", type: "nominal", sort: { field: "i", op: "min" }, title: null, axis: { labelLimit: 330 } },
      tooltip: [
        { field: "title", type: "nominal", title: "found" },
        { field: "why", type: "nominal", title: "why it matters" },
        { field: "revenue", type: "quantitative", title: "revenue touched", format: ",.2f" },
        { field: "left", type: "quantitative", title: "of it in sales", format: ",.2f" },
      ],
    },
    layer: [
      {
        mark: { type: "bar", height: 15 },
        encoding: {
          x: { field: "revenue", ...x, scale: { domainMax: most * 1.6 } },
          color: {
            field: "severity",
            type: "nominal",
            title: null,
            scale: { domain: severities.map((one) => meanings[one]), range: [tone.accent, tone.removed, tone.muted] },
            legend: { orient: "top" },
          },
        },
      },
      { mark: { type: "bar", height: 5, color: tone.ink }, encoding: { x: { field: "left", type: "quantitative" } } },
      {
        mark: { type: "text", align: "left", dx: 5 },
        encoding: { x: { field: "revenue", type: "quantitative" }, text: { field: "text", type: "nominal" } },
      },
    ],
  });
}
