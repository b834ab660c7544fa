/** What each room is for, in the order in which data flow through them. */
export const roomNotes: Readonly<Record<string, string>> = {
  sales: "A shop's file becomes clean, audited sales, and what they say by themselves.",
  features: "Sales become one row a customer: the catalogue, RFM, and the matrix that is clustered.",
  clustering: "Algorithms and metrics over a matrix; they know nothing of retail.",
  comparison: "Candidates side by side: choosing k, stability, the null, explanation, the verdict.",
  prediction: "Models of purchases and order values, their back-tests, the value at stake.",
  segments: "Profiles of segments, their names, and what to do with them.",
  models: "Preparation, clustering and names as one file, and scores for new customers.",
  charts: "One function a chart; each gives a Vega-Lite spec for `show`.",
  lab: "What a notebook shows: `show`, text with computed values, progress, provenance, the explorer.",
  core: "Matrices, seeded random numbers, formats, errors.",
  tables: "arquero's own names, so that a notebook needs no second import.",
};
