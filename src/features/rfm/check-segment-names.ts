import { SegmentLabError } from "../../core/errors.js";

/** The names that the flow between two dates gives to customers who stand in one table only. */
export const newcomers = "new";
export const leavers = "gone";

/** Checks a list of segments: names, each once, none that the flow between two dates needs for itself. */
export function checkSegmentNames(loose: unknown, of: string): readonly string[] {
  if (!Array.isArray(loose) || loose.length === 0) throw bad(`"segments" of the ${of} is no list of names`);
  loose.forEach((name: unknown, i) => {
    if (typeof name !== "string" || name.trim() === "")
      throw bad(`segment ${i + 1} of the ${of} is ${JSON.stringify(name)}, no name`);
    if (name === newcomers || name === leavers)
      throw bad(`the ${of} has a segment "${name}", which is kept for customers of one date only; call it otherwise`);
    if (loose.indexOf(name) < i) throw bad(`the ${of} lists the segment "${name}" twice`);
  });
  return loose as string[];
}

function bad(message: string): SegmentLabError {
  return new SegmentLabError("bad-option", message);
}
