/** Bytes of the largest file that is read as a model: a text of more does not fit into one string. */
export const largestModel = 400e6;
