/** The names of the weekdays in English, in the order of ISO 8601: Monday is first. */
export const weekdayNames: readonly string[] = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];
