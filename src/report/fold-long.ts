import { formatNumber } from "../core/format.js";
import type { PageCounters } from "./page-counters.js";

const mostOpen = 30;

/**
 * Folds an output that is longer than a screen, without a script: its beginning shows what it is.
 *
 * @param html the output
 * @param length its lines or rows
 */
export function foldLong(html: string, length: number, unit: "lines" | "rows", counters: PageCounters): string {
  if (length <= mostOpen) return html;
  const id = `long-${counters.next("long")}`;
  const count = `${formatNumber(length)} ${unit}`;
  return `<div class="long"><input class="fold hidden-input" type="checkbox" id="${id}"><label for="${id}"><span class="more">Show all ${count}</span><span class="less">Fold ${count}</span></label><div class="long-body">${html}</div></div>`;
}
