/** A public data set that `npm run data` can fetch. */
export interface DataSet {
  /** What the user types: lower case, words joined by hyphens. */
  readonly name: string;
  readonly title: string;
  readonly url: string;
  /** The name the archive gets in data/raw. */
  readonly file: string;
  readonly licence: string;
  readonly attribution: string;
  /** Size of the archive in bytes, where known. */
  readonly bytes?: number;
  /** SHA-256 of the archive, where known. */
  readonly sha256?: string;
  /** The workbooks inside, with their sizes and hashes where known. */
  readonly contents: readonly { readonly name: string; readonly bytes?: number; readonly sha256?: string }[];
}

/**
 * UCI's two editions. Sizes and hashes are those that independent public projects wrote down in 2025 and 2026 and agree
 * on; they were not downloaded for this project, which had no network.
 */
export const dataSets: readonly DataSet[] = [
  {
    name: "online-retail-ii",
    title: "Online Retail II (2009-12-01 to 2011-12-09, two sheets)",
    url: "https://archive.ics.uci.edu/static/public/502/online+retail+ii.zip",
    file: "online_retail_II.zip",
    licence: "CC BY 4.0",
    attribution: "Chen, D. (2012), Online Retail II, UCI Machine Learning Repository, https://doi.org/10.24432/C5CG6D",
    bytes: 45_622_418,
    sha256: "572e36277c2390fbfde10664750731e0a86f55e33470d91919085f0408e67bfb",
    contents: [
      {
        name: "online_retail_II.xlsx",
        bytes: 45_622_278,
        sha256: "bcbe73b35f5b7babf197fb0cb983a11f5d9ff929078d4aa53d171b1f2df2e980",
      },
    ],
  },
  {
    name: "online-retail",
    title: "Online Retail (2010-12-01 to 2011-12-09)",
    url: "https://archive.ics.uci.edu/static/public/352/online+retail.zip",
    file: "online_retail.zip",
    licence: "CC BY 4.0",
    attribution: "Chen, D. (2015), Online Retail, UCI Machine Learning Repository, https://doi.org/10.24432/C5BW33",
    bytes: 23_715_478,
    sha256: "f5385cbb54bbebf7196389109c6b0621faab0c304e3702548165e71c84aede8b",
    contents: [
      {
        name: "Online Retail.xlsx",
        bytes: 23_715_344,
        sha256: "43465a06f2ccf7c8b5bd2892bc7defb52f97487934fe93b16ae4c3936424676d",
      },
    ],
  },
];
