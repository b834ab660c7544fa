/** Where the number of groups is ours to choose: enough to tell people apart, few enough for a plan of action. */
export const handyGroups = { least: 4, most: 8 } as const;
