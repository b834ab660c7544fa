/** Colours in which a family of products comes. */
export const colours: readonly string[] = ["SAGE", "CORAL", "INDIGO", "MUSTARD", "CREAM", "PLUM", "TEAL", "BRICK"];
