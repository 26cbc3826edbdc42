/** Any `t`: what it takes beside the key is i18next's business. */
type Look = (key: string, values?: Record<string, unknown>) => string;

/** A name such as `Lda.` at the end of a sentence brings the full stop along. Dots inside a name are its own. */
function oneStop(text: string): string {
  return text.replace(/(?<!\.)\.\.(?=\s|$)/g, ".");
}

/**
 * The same `t`, keeping the texts that take no values: looking one up costs i18next several microseconds, and a page has a
 * hundred. For languages whose texts never change while the process lives.
 */
export function remembered<T>(t: T): T {
  const look = t as Look;
  const plain = new Map<string, string>();
  const quick: Look = (key, values) => {
    if (values !== undefined) return oneStop(look(key, values));
    let text = plain.get(key);
    if (text === undefined) {
      text = look(key);
      plain.set(key, text);
    }
    return text;
  };
  // Ours is only ever called with a key and values; the other shapes of i18next's `t` are not used here.
  return quick as T;
}
