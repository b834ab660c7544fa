// npm run docs: the pages that are generated from code
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeAtomically } from "../src/core/write-atomically.js";
import { cataloguePage } from "../src/features/catalogue-page.js";
import { modelSchema } from "../src/models/model-schema.js";
import { actionsSchema } from "../src/segments/hand-over/actions-schema.js";
import { runCommand } from "./command.js";
import { workspaceRoot } from "./workspace.js";

const help = `npm run docs

Writes docs/features.md from the feature catalogue, docs/model.schema.json from the schema of saved models, and
docs/actions.schema.json from that of plans of actions.

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
  console.log("docs/features.md\ndocs/model.schema.json\ndocs/actions.schema.json");
});
