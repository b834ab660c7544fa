import { schemaFault } from "../../core/schema-fault.js";
import { version } from "../../core/version.js";
import type { ActionPlan } from "../plan/action-plan.js";
import { actionsFormat, actionsSchema, actionsVersion } from "./actions-schema.js";

/** The schema's file, as it is named beside actions.json. */
export const actionsSchemaFile = "actions.schema.json";

/**
 * A plan as one JSON document for other programs, without its customers: those stand in the campaigns' files.
 *
 * @param plan as `planActions` gives it
 * @returns JSON that its schema, `actionsSchema`, describes; the same plan gives the same text
 */
export function actionsJson({ customers: _, ...plan }: ActionPlan): string {
  const document = {
    $schema: actionsSchemaFile,
    format: actionsFormat,
    version: actionsVersion,
    madeBy: `segment-lab ${version}`,
    ...plan,
  };
  const json = `${JSON.stringify(document, null, 1)}\n`;
  const fault = schemaFault(actionsSchema, JSON.parse(json), "actions");
  // a plan of ours always fits: that it does not is our mistake
  if (fault !== undefined) throw new Error(`the plan does not fit its schema: ${fault}`);
  return json;
}
