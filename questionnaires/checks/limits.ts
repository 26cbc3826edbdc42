/** Names that every JavaScript object already has: as a key they would read, or change, the object itself. */
export function isReservedName(name: string): boolean {
  return name in Object.prototype;
}

const most = { bytes: 1_000_000, levels: 100, values: 200_000 };

/**
 * Limits that a file must keep before anything else reads it, so that an uploaded one cannot exhaust stack or memory.
 * Works without recursion.
 */
export function checkLimits(json: unknown): readonly string[] {
  const open: { value: unknown; level: number }[] = [{ value: json, level: 0 }];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, level } = next;
    values += 1;
    if (level > most.levels) return [`file: nested more than ${most.levels} levels deep`];
    if (values > most.values) return [`file: more than ${most.values} values`];
    if (typeof value !== "object" || value === null) continue;
    for (const key of Object.keys(value)) {
      if (!Array.isArray(value) && isReservedName(key)) return [`file: the name "${key}" is reserved`];
      open.push({ value: (value as Record<string, unknown>)[key], level: level + 1 });
    }
  }
  const bytes = new TextEncoder().encode(JSON.stringify(json) ?? "").length;
  return bytes > most.bytes ? [`file: larger than ${most.bytes} bytes`] : [];
}
