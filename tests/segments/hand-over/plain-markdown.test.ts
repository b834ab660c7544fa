import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { plainMarkdown } from "../../../src/segments/hand-over/plain-markdown.js";

const read = (text: string) =>
  new MarkdownIt({ html: true, linkify: true }).render(`- **Name**: ${plainMarkdown(text)}`);

test("a plain sentence stays as it is written", () => {
  const sentence = "e-mail, 3 days after the first order; 10 % off (once): it's 2.5 - 3.";
  expect(plainMarkdown(sentence)).toBe(sentence);
});

test("names that are markup, links, tables, headings or HTML are read as text", () => {
  for (const name of [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1)) ![x](http://e.vil/x.png)",
    "`code` *bold* _low_ ~~gone~~ # head",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "https://e.vil/?a=1&amp;b www.e.vil",
    "two\n\n# lines\r\n- more",
  ]) {
    const html = read(name);
    expect(html.match(/<(?!\/?(ul|li|strong)>)[^>]*>/g)).toBeNull();
  }
  expect(plainMarkdown("a\u202egnp.exe\u2028b")).toBe("a gnp.exe b");
});

test("any text comes back as it was, spaces and line ends aside", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      const shown = read(`x${text}x`)
        .replace(/<[^>]*>/g, "")
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, "&");
      expect(shown.replace(/\s+/g, "")).toBe(`Name:x${text}x`.replace(/\s+/g, ""));
    }),
  );
});
