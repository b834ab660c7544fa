/** JSON that may stand inside a script element: nothing in it ends the element or opens a comment, and it holds no control of text direction. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
