import { escapeHtml } from "../lab/escape-html.js";

/** A CSV that a page carries with it, as a notebook's output of type text/csv says: a link that needs no script and no net. */
export function renderDownload(csv: string, metadata: Readonly<Record<string, unknown>>): string {
  const { file = "table.csv", label = "Download as CSV" } = metadata as {
    readonly file?: string;
    readonly label?: string;
  };
  // a lone half of a pair has no form in UTF-8
  const whole = csv.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  // ids stay readable in the page's source, so that a search finds what leaves the house
  const address = `data:text/csv;charset=utf-8,${encodeURI(whole).replaceAll("#", "%23")}`;
  return `<p class="download"><a download="${escapeHtml(String(file))}" href="${escapeHtml(address)}">${escapeHtml(String(label))}</a></p>`;
}
