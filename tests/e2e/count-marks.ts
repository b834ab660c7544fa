/** Runs in a page of ours: the number of drawn marks in each figure, axes, legends and titles not counted. */
export const countMarks = `(() => {
  const count = (node) => {
    if (node.marktype && node.marktype !== "group") return node.role === "mark" ? node.items.length : 0;
    return (node.items ?? []).reduce((sum, item) => sum + count(item), 0);
  };
  return [...document.querySelectorAll("figure.chart")].map((figure) => count(figure.view.scenegraph().root));
})()`;
