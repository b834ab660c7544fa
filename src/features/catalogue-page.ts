import { nearCopies } from "./catalogue/near-copies.js";
import { featureCatalogue } from "./catalogue.js";
import { sqlOf } from "./catalogue-query.js";
import type { Feature } from "./feature.js";

const preface = `# Features

Generated from the catalogue (src/features/catalogue/) by \`npm run docs\`; a test fails where it is stale.

One row a customer, for customers with at least one sales line before the reference day. Days are whole days between
calendar dates. An order is an invoice with at least one sales line. Net revenue takes returns off: a return is matched
to the latest earlier purchases of the same customer and stock code and lowers their orders' value; what no purchase
explains lowers the customer only. Prices, units, shares and entropies are on gross sales. Quantiles interpolate
linearly. A most frequent value that is tied is empty, whatever the order of rows.

*Tells* names what a feature gives away of recency, frequency and value, by definition or as measured on Online
Retail II: a regression tree on the feature alone explains at least 0.3 of the variance of customers that it has not
seen (tests/golden/tells.py). A model that should predict one of the three, or groups that should not merely repeat
them, do without such features.
`;

/** The catalogue as a page in Markdown, docs/features.md: a table a group, then the SQL of each feature. */
export function cataloguePage(): string {
  const groups = [...new Set(featureCatalogue.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const features = featureCatalogue.filter((feature) => feature.group === group);
    return `## ${group}\n\n${table(features)}\n`;
  });
  return [preface, ...sections, nearCopySection(), sqlSection()].join("\n");
}

function table(features: readonly Feature[]): string {
  const rows = features.map((feature) => [
    `\`${feature.name}\``,
    feature.unit,
    feature.definition,
    rangeText(feature),
    feature.tells.join(", "),
    feature.missing ?? "never",
  ]);
  const header = ["feature", "unit", "definition", "range", "tells", "empty where"];
  return [header, header.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function rangeText({ range: { min, max } }: Feature): string {
  if (min === null && max === null) return "";
  if (max === null) return `≥ ${min}`;
  return min === null ? `≤ ${max}` : `${min} to ${max}`;
}

function nearCopySection(): string {
  const lines = nearCopies.map(({ features, reason }) => `- \`${features[0]}\` and \`${features[1]}\`: ${reason}`);
  return `## Near-copies

No feature is an affine image of another or the sum or difference of two others on Online Retail II. These are
correlated with |r| > 0.98 and kept, because:

${lines.join("\n")}
`;
}

function sqlSection(): string {
  const lines = featureCatalogue.map(
    (feature) => `-- ${feature.name}, over ${feature.grain}\n${sqlOf(feature).replace(/\s+/g, " ")}`,
  );
  return `## SQL

As the embedded engine runs it. Each expression is computed over one relation (src/features/grains.ts), grouped by
customer; over \`customer\` it sees the other features as columns, over \`score\` the finished table.

\`\`\`sql
${lines.join("\n\n")}
\`\`\`
`;
}
