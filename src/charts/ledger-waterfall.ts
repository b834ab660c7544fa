import { formatMoney, formatNumber, formatShare } from "../core/format.js";
import type { LedgerStep } from "../sales/cleaning/ledger.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { currencySymbol, shortMoney } from "./short-number.js";
import { shortAxis, tone } from "./theme.js";

/**
 * Shows what every cleaning step keeps and takes away, in rows and in revenue.
 *
 * @param ledger the steps in order; steps that start from the same one are drawn as its parts
 * @param options `currency`: the code of the money, GBP where left out
 * @returns a Vega-Lite chart, for `show()`
 * @example show(ledgerWaterfall(sales.ledger))
 */
export function ledgerWaterfall(ledger: readonly LedgerStep[], options: { readonly currency?: string } = {}): Chart {
  const symbol = currencySymbol(options.currency ?? "GBP");
  const first = ledger[0];
  const last = ledger[ledger.length - 1];
  const message =
    first && last
      ? `${formatShare(last.rows / first.rows)} of the rows are sales of ${shortMoney(last.revenue, symbol)}${returnsTake(ledger, symbol)}`
      : "No cleaning step was taken";
  const money = (value: number): string => formatMoney(value, 0, symbol);
  return createChart(`Cleaning ledger. ${message}. ${ledger.length} steps, in rows and in revenue.`, {
    title: chartTitle(message, "each bar: what is left after the step; → parts of the step they start from"),
    spacing: 24,
    vconcat: [
      panel(ledger, "rows", "rows", (value) => formatNumber(value)),
      panel(ledger, "revenue", `revenue (${symbol.trim()})`, money),
    ],
  });
}

function returnsTake(ledger: readonly LedgerStep[], symbol: string): string {
  const returns = ledger.find(({ step }) => step === "returns");
  return returns ? `; returns take ${shortMoney(-returns.revenue, symbol)} off` : "";
}

function panel(
  ledger: readonly LedgerStep[],
  measure: "rows" | "revenue",
  title: string,
  print: (value: number) => string,
): Record<string, unknown> {
  const bars: Record<string, unknown>[] = [];
  const labels: Record<string, unknown>[] = [];
  let greatest = 0;
  ledger.forEach((step, i) => {
    const origin = ledger.find((other) => other.step === step.from);
    const isPart = ledger.filter((other) => other.from === step.from && origin).length > 1;
    const kept = step[measure];
    const change = origin && !isPart ? kept - origin[measure] : 0;
    const name = isPart ? `→ ${step.step}` : step.step;
    const row = { i, step: name, reason: step.reason, kept: print(kept), change: signed(change, print) };
    bars.push({ ...row, kind: "kept", x: Math.min(kept, kept - change), x2: 0 });
    if (change < 0) bars.push({ ...row, kind: "removed", x: kept, x2: kept - change });
    if (change > 0) bars.push({ ...row, kind: "added", x: kept - change, x2: kept });
    const end = Math.max(kept, kept - change, 0);
    greatest = Math.max(greatest, end);
    labels.push({ ...row, x: end, text: change === 0 ? row.kept : `${row.kept} (${row.change})` });
  });
  const y = { field: "step", type: "nominal", sort: { field: "i", op: "min" }, title: null };
  const tooltip = [
    { field: "step", type: "nominal", title: "step" },
    { field: "reason", type: "nominal", title: "reason" },
    { field: "kept", type: "nominal", title: "left" },
    { field: "change", type: "nominal", title: "change" },
  ];
  return {
    width: 520,
    height: { step: 24 },
    layer: [
      {
        data: { values: bars },
        mark: { type: "bar", height: 16 },
        encoding: {
          y,
          x: {
            field: "x",
            type: "quantitative",
            title,
            axis: { ...shortAxis, tickCount: 7 },
            scale: { domainMax: greatest * 1.35 },
          },
          x2: { field: "x2" },
          color: {
            field: "kind",
            type: "nominal",
            title: null,
            scale: { domain: ["kept", "removed", "added"], range: [tone.main, tone.removed, tone.added] },
            legend: { orient: "top" },
          },
          tooltip,
        },
      },
      {
        data: { values: labels },
        mark: { type: "text", align: "left", dx: 5 },
        encoding: { y, x: { field: "x", type: "quantitative" }, text: { field: "text", type: "nominal" }, tooltip },
      },
    ],
  };
}

function signed(change: number, print: (value: number) => string): string {
  if (change === 0) return "none";
  return change < 0 ? `−${print(-change)}` : `+${print(change)}`;
}
