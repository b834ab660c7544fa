/** The index's own script: finds headings and figures of all reports by their words. */
export const searchHeadings = String.raw`
const searchHeadings = () => {
  const form = document.querySelector(".search");
  if (!form) return;
  const entries = JSON.parse(document.querySelector("script#headings").textContent);
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const texts = entries.map(({ text, page }) => plain(text + " " + page));
  const [field, list, status] = ["input", "ol", '[role="status"]'].map((name) => form.querySelector(name));
  form.hidden = false;
  field.addEventListener("input", () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const found = words.length === 0 ? [] : entries.filter((_, i) => words.every((word) => texts[i].includes(word)));
    list.replaceChildren(...found.slice(0, 30).map(({ text, page, href }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const where = document.createElement("small");
      link.href = href;
      link.textContent = text;
      where.textContent = page;
      item.append(link, where);
      return item;
    }));
    const count = found.length === 1 ? "1 place" : found.length + " places";
    status.textContent = words.length === 0 ? "" : found.length > 30 ? count + ", the first 30 below" : count;
  });
};
`;
