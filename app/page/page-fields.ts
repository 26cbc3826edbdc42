/** What a loader, or the error in its place, says under a name. An error carries it one level down, in `data`. */
export function pageField(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (name in value) return value[name as keyof typeof value];
  return "data" in value ? pageField(value.data, name) : undefined;
}
