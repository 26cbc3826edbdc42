/** Every question that conditions of rules read, however deep they stand. */
export function questionsIn(definition: unknown): readonly string[] {
  if (typeof definition !== "object" || definition === null) return [];
  return Object.entries(definition).flatMap(([name, value]: [string, unknown]) =>
    name === "question" && typeof value === "string" ? [value] : questionsIn(value),
  );
}
