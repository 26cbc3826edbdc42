import { pageField } from "#app/page/page-fields";
import type { FrameView } from "#app/views/supplier/frame";

type Titled = { data?: unknown; error?: unknown };

/** `export const meta = titleOf`: the title of the page that the loader or the error made, kept out of search engines. */
export function supplierPageTitle({ data, error }: Titled) {
  const frame = (pageField(error, "frame") ?? pageField(data, "frame")) as FrameView | undefined;
  return [{ title: frame?.title ? `${frame.title} – Avow` : "Avow" }, { name: "robots", content: "noindex" }];
}
