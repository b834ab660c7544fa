import { packageFacts, version } from "../core/version.js";
import type { Sales } from "../sales/open-sales.js";
import { smallestGroup } from "../sales/redaction/smallest-group.js";
import { readSettings } from "../sales/settings.js";
import { type PlanSettings, planSettings } from "../segments/plan/plan-settings.js";
import type { Display } from "./display.js";
import { type Provenance, provenanceDisplay } from "./provenance.js";

/** The sentence at the top of every page made from the synthetic shop. */
export const syntheticBanner =
  "These figures come from a synthetic shop that Segment Lab invents: they show the tool and say nothing about a real business.";

/** What every page and run made with `--redact` says. */
const redactedNote = `customer ids are replaced by keyed hashes; groups of fewer than ${smallestGroup} people are suppressed`;

/**
 * Where a notebook's figures come from, for `show`: the file's hash, the cleaning ledger, the parameters, the seed and
 * the versions. The exported page carries it at its end, and a banner at its top where the shop is synthetic.
 *
 * @param sales as `openSales` gives them
 * @returns a value for `show`
 * @example show(provenance(sales));
 */
export function provenance(sales: Sales): Display {
  return provenanceDisplay(provenanceOf(sales, readSettings().seed, planSettings()));
}

/** The same as plain data; `seed` is that of every random choice, 1 where left out; `plan` is what was set for the plan. */
export function provenanceOf(
  { source, ledger, plan, asOf, known, overlap, notes, rejects, columns, redaction }: Sales,
  seed = 1,
  { margin, budget, holdoutShare }: PlanSettings = {},
): Provenance {
  return {
    data: {
      name: source.name,
      sha256: source.sha256,
      rows: ledger[0]!.rows,
      ...(known && { licence: known.licence, attribution: known.attribution }),
    },
    ledger,
    parameters: {
      ...(redaction && { redacted: redactedNote }),
      cleaning: plan
        .map(({ rule, parameter }) => (parameter === undefined ? rule : `${rule} ${parameter}`))
        .join(" → "),
      columns: columns.join(", "),
      asOf,
      ...(overlap && { overlap: overlap.finding }),
      ...(notes.length > 0 && { notes: notes.join(" ") }),
      // as texts: a page rounds numbers
      ...(margin !== undefined && { margin: String(margin) }),
      ...(budget !== undefined && { budget: String(budget) }),
      ...(holdoutShare !== undefined && { "hold-out": String(holdoutShare) }),
      ...(rejects.rows > 0 && { "rows that could not be read": rejects.rows }),
    },
    seed,
    versions: { "segment-lab": version, node: process.versions.node, ...dependencyVersions() },
    banner: source.synthetic ? syntheticBanner : null,
  };
}

/** The packages that figures depend on. */
function dependencyVersions(): Record<string, string> {
  const { dependencies } = packageFacts;
  return Object.fromEntries(
    ["@duckdb/node-api", "arquero", "vega-lite"].map((name) => [name, dependencies[name] ?? "unknown"]),
  );
}
