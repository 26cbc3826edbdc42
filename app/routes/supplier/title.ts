import type { FrameView } from "#app/components/supplier/frame-view";
import { saidIn } from "#app/page/said";

type Titled = { data?: unknown; error?: unknown };

/** `export const meta = titleOf`: the title of the page that the loader or the error made, kept out of search engines. */
export function titleOf({ data, error }: Titled) {
  const frame = (saidIn(error, "frame") ?? saidIn(data, "frame")) as FrameView | undefined;
  return [{ title: frame?.title ? `${frame.title} – Avow` : "Avow" }, { name: "robots", content: "noindex" }];
}
