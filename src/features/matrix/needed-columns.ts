import type { Preparation } from "./preparation.js";

/** The columns of customers that a preparation reads, each once: those it clusters first. */
export function neededColumns({ columns, rows, outliers }: Preparation): string[] {
  const fitted = [...columns, ...(outliers?.columns ?? [])];
  const conditions = rows.flatMap(({ all }) => all);
  return [
    ...new Set([
      ...fitted.map(({ column }) => column),
      // a share is drawn to the shop's mean by the number of orders it rests on
      ...(fitted.some(({ shrink }) => shrink) ? ["orders"] : []),
      ...conditions.flatMap(({ column, per }) => (per === undefined ? [column] : [column, per])),
    ]),
  ];
}
