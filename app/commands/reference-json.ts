const lineWidth = 120;

/** Columns a text takes: Chinese, Japanese and Korean letters take two each. */
function columns(text: string): number {
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g,
  );
  return text.length + (wide?.length ?? 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`).join(", ")} }`;
}

/** `taken` counts the columns on this line that belong to the indent, the key before and the comma after. */
function written(value: unknown, indent: string, taken: number, depth: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const short = onOneLine(value);
  const mayBeShort = Array.isArray(value) ? !value.some(isRecord) : depth > 1;
  if (mayBeShort && taken + columns(short) <= lineWidth) return short;
  if (short === "{}") return short;
  const deeper = `${indent}  `;
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item) => ["", item])
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [`${JSON.stringify(key)}: `, item]);
  const lines = entries.map(([name, item], index) => {
    const comma = index < entries.length - 1 ? "," : "";
    return deeper + name + written(item, deeper, deeper.length + name.length + comma.length, depth + 1) + comma;
  });
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join("\n")}\n${indent}${close}`;
}

/**
 * Writes JSON the way the project's formatter leaves it: two spaces, records of a list on one line where they fit
 * its width. Always the same bytes for the same value; ends with a line feed.
 */
export function writeReferenceJson(value: unknown): string {
  return `${written(value, "", 0, 0)}\n`;
}
