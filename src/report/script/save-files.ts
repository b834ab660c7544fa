/** The part of the page's script that makes files in the page: nothing is fetched, and a spreadsheet runs nothing of a CSV. */
export const saveFiles = String.raw`
const saveFile = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
// as the library writes CSV: a text that a spreadsheet would run as a formula gets an apostrophe in front
const csvCell = (value) => {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = String(value);
  const guarded = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(guarded) ? '"' + guarded.replaceAll('"', '""') + '"' : guarded;
};
const toCsv = (lines) => lines.map((line) => line.map(csvCell).join(",") + "\n").join("");
const saveCsv = (lines, name) => saveFile(new Blob([toCsv(lines)], { type: "text/csv;charset=utf-8" }), name + ".csv");
const fileName = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "data";
const makeButton = (text, label, act) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  if (label) button.setAttribute("aria-label", label);
  button.addEventListener("click", act);
  return button;
};
`;
