import { SegmentLabError } from "../../core/errors.js";
import { type Effort, effortLegend, effortWords } from "./effort.js";
import type { Playbook, PlaybookEntry } from "./playbook.js";
import { type PlaybookField, playbookFields } from "./playbook-fields.js";

/** A row of the playbook as a table: text or numbers by column. */
export type PlaybookRow = Readonly<Record<string, unknown>>;

/** The playbook as rows of a table, a column a number or text. */
export function playbookRows(playbook: Playbook): PlaybookRow[] {
  return playbook.map(({ guardRail, uplift, upliftSource, contactCost, ...plain }) => ({
    ...plain,
    guard_rail: guardRail,
    uplift_low: uplift.low,
    uplift_base: uplift.base,
    uplift_high: uplift.high,
    uplift_source: upliftSource,
    contact_cost: contactCost,
  }));
}

/**
 * Reads a row of a table as an entry.
 *
 * @param row values by column, as text or numbers; "3 %" and "0,03" are 0.03
 * @param where the row, for messages: `row 3 of my-playbook.csv`
 * @throws SegmentLabError `bad-value` naming the field that is missing or out of range
 */
export function entryOf(row: PlaybookRow, where: string): PlaybookEntry {
  const who = typeof row.persona === "string" && row.persona.trim() !== "" ? ` (${row.persona.trim()})` : "";
  const read = new Map(playbookFields.map((field) => [field.column, fieldOf(row, field, `${where}${who}`)]));
  const text = (column: string): string => read.get(column) as string;
  const number = (column: string): number => read.get(column) as number;
  const uplift = { low: number("uplift_low"), base: number("uplift_base"), high: number("uplift_high") };
  if (uplift.low > uplift.base || uplift.base > uplift.high)
    throw new SegmentLabError(
      "bad-value",
      `${where}${who}: uplift ${uplift.low}, ${uplift.base}, ${uplift.high} does not rise from low to high`,
    );
  return {
    persona: text("persona"),
    goal: text("goal"),
    offer: text("offer"),
    channel: text("channel"),
    timing: text("timing"),
    message: text("message"),
    avoid: text("avoid"),
    metric: text("metric"),
    guardRail: text("guard_rail"),
    effort: number("effort") as Effort,
    uplift,
    upliftSource: text("uplift_source"),
    discount: number("discount"),
    contactCost: number("contact_cost"),
  };
}

function fieldOf(row: PlaybookRow, { column, kind }: PlaybookField, where: string): string | number {
  const given = row[column];
  const text = given === undefined || given === null ? "" : String(given).trim();
  if (text === "") throw new SegmentLabError("bad-value", `${where}: ${column} is missing; fill it in`);
  if (kind === "text") return text;
  const value = numberOf(text);
  const bad = (wanted: string): SegmentLabError =>
    new SegmentLabError("bad-value", `${where}: ${column} "${text}" is not ${wanted}`);
  if (kind === "effort" && !(value in effortWords)) throw bad(`1, 2 or 3 (${effortLegend})`);
  if (kind === "probability" && !(value >= 0 && value <= 1)) throw bad("a share from 0 to 1, such as 0.02 or 2 %");
  if (kind === "cost" && !(value >= 0 && value < Number.POSITIVE_INFINITY)) throw bad("an amount of money from 0 on");
  return value;
}

/** 0.03, "0,03", "3 %": a spreadsheet writes all of them; anything else is NaN. */
function numberOf(text: string): number {
  const plain = /^([+-]?\d*[.,]?\d+(?:e[+-]?\d+)?)\s*(%?)$/i.exec(text);
  if (!plain) return Number.NaN;
  const value = Number(plain[1]!.replace(",", "."));
  // 3 % is 0.03, not 0.030000000000000002
  return plain[2] === "%" ? Number((value / 100).toPrecision(15)) : value;
}
