import type { ColumnTable } from "arquero";
import type { ActionPlan } from "../plan/action-plan.js";
import type { Playbook } from "../playbook/playbook.js";
import { playbookCsv } from "../playbook/playbook-table.js";
import { actionsJson, actionsSchemaFile } from "./actions-json.js";
import { actionsSchema } from "./actions-schema.js";
import { campaignCsv } from "./campaign-csv.js";
import { listProfiles } from "./list-profiles.js";
import { segmentBrief } from "./segment-brief.js";
import { segmentsCsv } from "./segments-csv.js";

/**
 * What leaves the workspace of a plan, by path in its folder: `segments.csv`, `actions.json` with its schema,
 * `playbook.csv`, and a brief and a file of customers for each list that wins anybody.
 *
 * @param plan as `planActions` gives it
 * @param customers the table that it was made of
 * @param playbook the one that it follows; the default where left out
 * @returns texts in UTF-8, the same for the same plan
 */
export function handOverFiles(plan: ActionPlan, customers: ColumnTable, playbook?: Playbook): Map<string, string> {
  const profiles = listProfiles(plan, customers);
  const files = new Map([
    ["segments.csv", segmentsCsv(plan, profiles)],
    ["actions.json", actionsJson(plan)],
    [actionsSchemaFile, `${JSON.stringify(actionsSchema, null, 2)}\n`],
    ["playbook.csv", playbookCsv(playbook)],
  ]);
  plan.lists.forEach((list, place) => {
    if (list.size.customers === 0) return;
    const [file, profile] = [`campaigns/${list.id}.csv`, profiles.lists[place]!];
    files.set(file, campaignCsv(plan, place));
    files.set(`briefs/${list.id}.md`, segmentBrief({ plan, list, profile, shop: profiles.shop }, `../${file}`));
  });
  return files;
}

/** Where these files stand in a run's folder. */
export const handOverNames: readonly string[] = [
  ...["segments.csv", "actions.json", actionsSchemaFile, "playbook.csv", "campaigns", "briefs"],
];
