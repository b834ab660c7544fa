// npm run docs: the pages that are generated from code
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeAtomically } from "../src/core/write-atomically.js";
import { cataloguePage } from "../src/features/catalogue-page.js";
import { modelSchema } from "../src/models/model-schema.js";
import { actionsSchema } from "../src/segments/hand-over/actions-schema.js";
import { apiPages } from "./api-reference/api-pages.js";
import { readPublicExports } from "./api-reference/public-exports.js";
import { runCommand } from "./command.js";
import { workspaceRoot } from "./workspace.js";

const help = `npm run docs

Writes docs/features.md from the feature catalogue, docs/model.schema.json and docs/actions.schema.json from the schemas of
saved models and of plans of actions, and docs/api/ from the docstrings of all public names.

  --help          this text`;

await runCommand(async () => {
  const { values } = parseArgs({ options: { help: { type: "boolean", default: false } } });
  if (values.help) return console.log(help);
  await writeAtomically(join(workspaceRoot, "docs", "features.md"), cataloguePage());
  await writeAtomically(join(workspaceRoot, "docs", "model.schema.json"), `${JSON.stringify(modelSchema, null, 2)}\n`);
  await writeAtomically(
    join(workspaceRoot, "docs", "actions.schema.json"),
    `${JSON.stringify(actionsSchema, null, 2)}\n`,
  );
  const folder = join(workspaceRoot, "docs", "api");
  const pages = apiPages(readPublicExports(workspaceRoot));
  mkdirSync(folder, { recursive: true });
  // a room that is gone leaves no page behind
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
  for (const [name, text] of pages) await writeAtomically(join(folder, name), text);
  console.log(`docs/features.md\ndocs/model.schema.json\ndocs/actions.schema.json\ndocs/api/ (${pages.size} pages)`);
});
