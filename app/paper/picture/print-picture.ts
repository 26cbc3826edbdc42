import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { fontSet } from "#app/paper/fonts/font-set";
import type { PictureSheet } from "#app/views/team/map/pictures";

/** Each unit of a drawing is two points each way, for screens and slides of today. */
const zoom = 2;
/** Points each way: more is drawn smaller, for each takes four bytes of memory. */
const most = { width: 4096, height: 8192 };

const family = "Noto Sans";
const { resolve } = createRequire(import.meta.url);

/** It may be begun once in a thread. */
let ready: Promise<void> | undefined;

/** Draws a picture as PNG on white, with fonts of our own: those of a server are anybody's guess. */
export async function printPicture({ svg, language }: PictureSheet): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= readFile(resolve("@resvg/resvg-wasm/index_bg.wasm")).then((bytes) => initWasm(bytes));
  await ready;
  const sets = await Promise.all(([400, 600] as const).map((weight) => fontSet(svg, language, weight)));
  const fontBuffers = sets.flatMap(({ fonts }) => fonts.map(({ whole }) => whole));
  const font = { fontBuffers, defaultFontFamily: family, sansSerifFamily: family };
  const { width, height } = new Resvg(svg, { font: { fontBuffers: [] } });
  const value = Math.floor(Math.min(most.width, width * zoom, (most.height / height) * width));
  const drawn = new Resvg(svg, { font, background: "#fff", fitTo: { mode: "width", value } });
  return new Uint8Array(drawn.render().asPng());
}
