type Titled = { data?: unknown; error?: unknown };

function titleIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("title" in value && typeof value.title === "string") return value.title;
  return "data" in value ? titleIn(value.data) : undefined;
}

/** `export const meta = pageTitle`: the `title` of what the loader or the error says, then the name of the product. */
export function pageTitle({ data, error }: Titled): { title: string }[] {
  const title = titleIn(error) ?? titleIn(data);
  return [{ title: title ? `${title} – Avow` : "Avow" }];
}
