import { formatMoney, formatNumber } from "../core/format.js";
import { escapeHtml } from "../lab/escape-html.js";
import { formatValue } from "../lab/format-value.js";
import { type Provenance, type ProvenanceStep, provenanceMime } from "../lab/provenance.js";
import type { Notebook } from "./notebook.js";

/** The provenance that a notebook handed over last; null where it handed over none. */
export function findProvenance(notebook: Notebook): Provenance | null {
  const displays = notebook.cells.flatMap((cell) => cell.outputs).filter((output) => output.kind === "display");
  const last = displays.findLast((output) => provenanceMime in output.data);
  return last ? (last.data[provenanceMime] as Provenance) : null;
}

/** The section at a page's end that tells where its figures come from. */
export function renderProvenance({ data, ledger, parameters, seed, versions }: Provenance): string {
  const facts = [
    ["Data", escapeHtml(data.name)],
    ["SHA-256", `<code>${escapeHtml(data.sha256)}</code>`],
    ["Rows read", formatNumber(data.rows)],
    ["Licence", escapeHtml(data.licence ?? "")],
    ["Attribution", escapeHtml(data.attribution ?? "")],
    ["Seed", escapeHtml(String(seed))],
    ["Parameters", renderPairs(parameters)],
    ["Versions", renderPairs(versions)],
  ].filter(([, value]) => value !== "");
  const list = facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join("");
  return `<section class="provenance" aria-labelledby="provenance"><h2 id="provenance">Where these figures come from</h2><dl>${list}</dl>${renderLedger(ledger)}</section>`;
}

function renderPairs(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(
      ([name, value]) =>
        `<span class="pair">${escapeHtml(name)} <b>${escapeHtml(typeof value === "string" ? value : formatValue(value))}</b></span>`,
    )
    .join(" ");
}

function renderLedger(ledger: readonly ProvenanceStep[]): string {
  if (ledger.length === 0) return "";
  const head = ["rows", "customers", "invoices", "revenue"]
    .map((name) => `<th scope="col" class="number">${name}</th>`)
    .join("");
  const rows = ledger.map(({ step, reason, rows, customers, invoices, revenue }) => {
    const numbers = [formatNumber(rows), formatNumber(customers), formatNumber(invoices), formatMoney(revenue)];
    const cells = numbers.map((number) => `<td class="number">${number}</td>`).join("");
    return `<tr><th scope="row">${escapeHtml(step)}</th><td>${escapeHtml(reason)}</td>${cells}</tr>`;
  });
  return `<div class="table-scroll"><table><caption>What is left after each cleaning step</caption><thead><tr><th scope="col">step</th><th scope="col">why</th>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
