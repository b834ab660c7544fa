/** What an example may speak of without opening it first: the names that the notebooks use. */
export const exampleNames = `
declare const sales: Sales;
declare const customers: Awaited<ReturnType<typeof buildFeatures>>;
declare const matrix: PreparedMatrix;
declare const comparison: Comparison<PreparedMatrix>;
declare const chosen: ComparedRun;
declare const clustering: Clustering;
declare const labels: Int32Array;
declare const segments: readonly NamedSegment[];
declare const plan: ActionPlan;
`;
