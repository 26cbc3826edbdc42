/** Names that every JavaScript object already has: as a key they would read, or change, the object itself. */
export function isReservedName(name: string): boolean {
  return name in Object.prototype;
}

const most = { bytes: 1_000_000, levels: 100, values: 200_000 };

type Nested = { readonly value: unknown; readonly level: number };

/**
 * Limits that a file must keep before anything else reads it, so that an uploaded one cannot exhaust stack or memory.
 * Works without recursion.
 */
export function checkLimits(json: unknown): readonly string[] {
  const open: Nested[] = [{ value: json, level: 0 }];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    values += 1;
    if (next.level > most.levels) return [`file: nested more than ${most.levels} levels deep`];
    if (values > most.values) return [`file: more than ${most.values} values`];
    const reserved = openUp(next, open);
    if (reserved !== undefined) return [`file: the name "${reserved}" is reserved`];
  }
  const bytes = new TextEncoder().encode(JSON.stringify(json) ?? "").length;
  return bytes > most.bytes ? [`file: larger than ${most.bytes} bytes`] : [];
}

/** Puts what is inside a value on the pile; stops at a reserved name and gives it back. */
function openUp({ value, level }: Nested, pile: Nested[]): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && isReservedName(key)) return key;
    pile.push({ value: inner, level: level + 1 });
  }
  return undefined;
}
