/** Replaces every customer id in a text by its hash. */
export type TextRedactor = (text: string) => string;

/** Digits alone mean something else more often than not: of so many they are an id wherever they stand. */
const tellingDigits = 7;
const tellingLetters = 4;
/** So long an id is found inside a word, too. */
const longEnough = 8;

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isDigit = (character: string | undefined): boolean => character !== undefined && /\p{N}/u.test(character);
const onlyDigits = /^\p{N}+$/u;

/** In lower case where that leaves every character in its place. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/**
 * Makes a search for ids in other texts: descriptions, invoice numbers, notes, file names. Case does not count. An id of
 * eight characters or more is found anywhere, a shorter one of four where it stands by itself; one of digits alone from
 * seven digits on, where no other digit stands beside it. What is shorter cannot be told from an ordinary word or number.
 *
 * @param pseudonyms the hash of each id
 */
export function createTextRedactor(pseudonyms: ReadonlyMap<string, string>): TextRedactor {
  const known = new Map<string, string>();
  for (const [id, pseudonym] of pseudonyms) {
    const isTelling = id.length >= (onlyDigits.test(id) ? tellingDigits : tellingLetters);
    if (isTelling && !known.has(folded(id))) known.set(folded(id), pseudonym);
  }
  const lengths = [...new Set([...known.keys()].map((id) => id.length))].sort((a, b) => b - a);
  const starts = new Set([...known.keys()].map((id) => id.slice(0, tellingLetters)));

  const foundAt = (text: string, at: number): string | undefined => {
    for (const length of lengths) {
      const id = text.slice(at, at + length);
      if (id.length === length && known.has(id) && standsAlone(text, at, length)) return id;
    }
    return undefined;
  };
  return (text) => {
    const searched = folded(text);
    let result = "";
    let copied = 0;
    for (let at = 0; at + tellingLetters <= text.length; ) {
      const id = starts.has(searched.slice(at, at + tellingLetters)) ? foundAt(searched, at) : undefined;
      if (id === undefined) at++;
      else {
        result += text.slice(copied, at) + known.get(id)!;
        at += id.length;
        copied = at;
      }
    }
    return copied === 0 ? text : result + text.slice(copied);
  };
}

/** Whether what stands before and behind a part of a text does not belong to it. */
export function standsAlone(text: string, at: number, length: number): boolean {
  const id = text.slice(at, at + length);
  const belongs = onlyDigits.test(id) ? isDigit : length >= longEnough ? () => false : isWord;
  return !belongs(text[at - 1]) && !belongs(text[at + length]);
}
