import type { FrameView } from "#app/components/supplier/frame-view";

type Titled = { data?: unknown; error?: unknown };

function frameIn(value: unknown): FrameView | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("frame" in value) return value.frame as FrameView;
  return "data" in value ? frameIn(value.data) : undefined;
}

/** `export const meta = titleOf`: the title of the page that the loader or the error made, kept out of search engines. */
export function titleOf({ data, error }: Titled) {
  const title = (frameIn(error) ?? frameIn(data))?.title;
  return [{ title: title ? `${title} – Avow` : "Avow" }, { name: "robots", content: "noindex" }];
}
