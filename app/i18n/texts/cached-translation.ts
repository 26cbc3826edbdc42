/** Any `t`: what it takes beside the key is i18next's business. */
type Look = (key: string, values?: Record<string, unknown>) => string;

/** A name such as `Lda.` at the end of a sentence brings the full stop along, also when it is kept apart. Dots inside are its own. */
function oneStop(text: string): string {
  return text.replace(/(?<!\.)([.。।])(\u2069?)\1(?=\s|$)/gu, "$1$2");
}

/** Texts with values that are kept at once: a page asks for a dozen, mostly the same as the page before it. */
const most = 1_000;

/**
 * The same `t`, keeping texts: looking one up costs i18next several microseconds, putting values in twice that, and a page has
 * a hundred. For languages whose texts never change while the process lives.
 */
export function cachedTranslation<T>(t: T): T {
  const look = t as Look;
  const plain = new Map<string, string>();
  const filled = new Map<string, string>();
  const quick: Look = (key, values) => {
    const name = values === undefined ? key : `${key} ${JSON.stringify(values)}`;
    const known = values === undefined ? plain : filled;
    let text = known.get(name);
    if (text === undefined) {
      text = values === undefined ? look(key) : oneStop(look(key, values));
      // Values have no end, so the memory has.
      if (filled.size === most) filled.clear();
      known.set(name, text);
    }
    return text;
  };
  // Ours is only ever called with a key and values; the other shapes of i18next's `t` are not used here.
  return quick as T;
}
