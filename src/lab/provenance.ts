import { Display } from "./display.js";
import { escapeHtml } from "./escape-html.js";

/** The form in which a notebook hands its provenance to the exporter. */
export const provenanceMime = "application/vnd.segment-lab.provenance+json";

/** One step of the cleaning ledger: what is left after it. */
export interface ProvenanceStep {
  readonly step: string;
  readonly from?: string | null;
  readonly reason: string;
  readonly rows: number;
  readonly customers: number;
  readonly invoices: number;
  /** In the currency of the file. */
  readonly revenue: number;
}

/** Where a report's figures come from. Plain JSON: no times, no absolute paths, the same for the same input. */
export interface Provenance {
  readonly data: {
    /** The file's name without its folder, or the name of a built-in data set. */
    readonly name: string;
    readonly sha256: string;
    readonly rows: number;
    readonly licence?: string;
    readonly attribution?: string;
  };
  readonly ledger: readonly ProvenanceStep[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** By program: `{"segment-lab": "0.1.0", node: "20.20.2"}`. */
  readonly versions: Readonly<Record<string, string>>;
  /** A sentence at the top of the page, such as that the data are synthetic; null for none. */
  readonly banner: string | null;
}

/**
 * A value for `show` that tells where the figures come from: the exporter puts the banner at the page's top and the
 * rest at its end, JupyterLab shows a short text in place.
 */
export function provenanceDisplay(value: Provenance): Display {
  const source = `${value.data.name}, ${value.data.rows.toLocaleString("en-GB")} rows, sha256 ${value.data.sha256.slice(0, 12)}…`;
  const text = value.banner ? `${value.banner}\n${source}` : source;
  const banner = value.banner ? `<p><strong>${escapeHtml(value.banner)}</strong></p>` : "";
  const bundle = {
    [provenanceMime]: value,
    "text/html": `${banner}<p><small>Data: ${escapeHtml(source)}</small></p>`,
    "text/plain": text,
  };
  return new Display(bundle, text);
}
