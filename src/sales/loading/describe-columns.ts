import { type ColumnMap, disabledBy } from "../columns.js";
import { unreadOf } from "../unread-columns.js";
import type { LoadedTable } from "./loaded-table.js";

/** Which header plays which role, as "customer = Buyer"; where parts have different headers, each with its parts. */
export function describeColumns(parts: readonly LoadedTable[], maps: readonly ColumnMap[]): string[] {
  const said = maps.map((map) => Object.entries(map).map(([role, header]) => `${role} = ${header}`));
  return together(said, parts, (sentence, names) => `${sentence} (${names})`);
}

/** What cannot be computed for want of columns; of some parts only, with their names. */
export function describeAbsences(parts: readonly LoadedTable[], maps: readonly ColumnMap[]): string[] {
  return together(maps.map(disabledBy), parts, (sentence, names) => `${names}: ${sentence}`);
}

/** What is not read though it bears on the turnover; of some parts only, with their names. */
export function describeUnread(parts: readonly LoadedTable[], maps: readonly ColumnMap[]): string[] {
  const said = parts.map(({ columns }, i) =>
    unreadOf(
      columns.map(({ header }) => header),
      Object.values(maps[i]!),
    ),
  );
  return together(said, parts, (sentence, names) => `${names}: ${sentence}`);
}

/** Each sentence once: as it is where it holds for every part. */
function together(
  said: readonly (readonly string[])[],
  parts: readonly LoadedTable[],
  ofSome: (sentence: string, names: string) => string,
): string[] {
  const sentences = [...new Set(said.flat())];
  return sentences.map((sentence) => {
    const names = parts.filter((_, i) => said[i]!.includes(sentence)).map(({ name }) => name);
    return names.length === parts.length ? sentence : ofSome(sentence, listNames(names));
  });
}

function listNames(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(", ");
}
