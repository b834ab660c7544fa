/** The work that an action takes: 1 is an afternoon, 2 a week, 3 a project. */
export type Effort = 1 | 2 | 3;

/** Each in words. */
export const effortWords: Readonly<Record<Effort, string>> = { 1: "an afternoon", 2: "a week", 3: "a project" };

/** All of them, as a sentence lists them: "1 is an afternoon, 2 a week, 3 a project". */
export const effortLegend: string = Object.entries(effortWords)
  .map(([effort, words], i) => `${effort}${i === 0 ? " is" : ""} ${words}`)
  .join(", ");
