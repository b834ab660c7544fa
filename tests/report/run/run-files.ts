/** What `npm run segment` leaves in a folder of a file whose rows can all be read, sorted. */
export const runFiles: readonly string[] = [
  "actions.json",
  "actions.schema.json",
  "briefs",
  "campaigns",
  "customers.csv",
  "customers.parquet",
  "model.json",
  "playbook.csv",
  "run.json",
  "segments.csv",
];
