import { pageField } from "./page-fields";

type Titled = { data?: unknown; error?: unknown };

/** `export const meta = pageTitle`: the `title` of what the loader or the error says, then the name of the product. */
export function teamPageTitle({ data, error }: Titled): { title: string }[] {
  const title = pageField(error, "title") ?? pageField(data, "title");
  return [{ title: typeof title === "string" && title !== "" ? `${title} – Avow` : "Avow" }];
}
