import { runBareServer } from "./bare-server";
import { tableTimes } from "./big-table";
import { runEmptyServer, runEmptyServerOfOurs } from "./empty-server";
import { launchTimes } from "./launch";
import { emptyPages, questionPages } from "./pages";
import { paintTimes } from "./paint";
import { pictureTimes } from "./pictures";
import { ratingsPerSecond } from "./ratings";
import { rowTimes } from "./rows";
import { bareSaves, saves } from "./saves";
import { aDataFolder, startServer } from "./servers";
import { suppliersAtWork } from "./suppliers-at-work";
import { bytesOfFirstLoad } from "./transfer";
import { uploadMemory } from "./upload";
import { whatIfTimes } from "./what-if";

/** One figure of one run, as a line of JSON. `against` says what it is compared with, or the limit we set ourselves. */
function report(name: string, value: number, unit: string, against: string): void {
  const digits = value < 10 ? 3 : 1;
  process.stdout.write(`${JSON.stringify({ name, value: Number(value.toFixed(digits)), unit, against })}\n`);
}

function sum(sizes: Readonly<Record<string, number>>): number {
  return Object.values(sizes).reduce((total, bytes) => total + bytes, 0);
}

function middle(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

async function benchSuppliers(): Promise<void> {
  const dataDir = aDataFolder();
  const atWork = await suppliersAtWork(dataDir, 32);
  const server = await startServer(["build/server/main.js"], dataDir);
  const empty = await startServer(["build/server/bench.js", "empty-server"], aDataFolder());
  const ours = await startServer(["build/server/bench.js", "empty-server-of-ours"], aDataFolder());
  try {
    const [first] = atWork;
    if (!first) throw new Error("nobody is at work");
    const landing = await bytesOfFirstLoad(server.origin, first.link);
    report("page.bytes.landing", sum(landing), "bytes", "at most 25,000 on first load, everything counted, compressed");
    const question = await bytesOfFirstLoad(server.origin, `/attest/${first.attestation}/E1`, first.cookie);
    report(
      "page.bytes.question",
      sum(question),
      "bytes",
      "at most 25,000 on first load, everything counted, compressed",
    );

    // Three rounds of each, one after the other, so that a slow minute of the machine hits both sides alike.
    const rounds: { page: number; empty: number; ours: number; save: number; bare: number }[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { perSecond: page } = await questionPages(server.origin, atWork);
      const { perSecond: nothing } = await emptyPages(empty.origin);
      const { perSecond: nothingOfOurs } = await emptyPages(ours.origin);
      const fresh = aDataFolder();
      const savers = await suppliersAtWork(fresh, 32 * 30);
      const saving = await startServer(["build/server/main.js"], fresh);
      const { perSecond: save } = await saves(saving.origin, savers, 32).finally(saving.stop);
      const { perSecond: bare } = await bareSaves(32);
      rounds.push({ page, empty: nothing, ours: nothingOfOurs, save, bare });
    }
    report("page.per_s", middle(rounds.map(({ page }) => page)), "pages/s", "none");
    report(
      "page.ratio_to_empty_remix",
      middle(rounds.map(({ page, empty: e }) => page / e)),
      "ratio",
      "an empty Remix page on the same server, same run; at least 0.6",
    );
    report(
      "page.ratio_to_empty_of_ours",
      middle(rounds.map(({ page, ours: o }) => page / o)),
      "ratio",
      "none; the same empty page by our own entry, which makes one string of a page where Remix streams it",
    );
    report("save.per_s", middle(rounds.map(({ save }) => save)), "saves/s", "none");
    report(
      "save.ratio_to_bare_http",
      middle(rounds.map(({ save, bare }) => save / bare)),
      "ratio",
      "a bare node:http handler committing one row, same run; at least 0.3",
    );
  } finally {
    await Promise.all([server.stop(), empty.stop(), ours.stop()]);
  }
}

function benchRatings(): void {
  report("ratings.per_s", ratingsPerSecond("2026.2"), "ratings/s", "at least 10,000 on one quiet core");
  report("ratings.2026_1.per_s", ratingsPerSecond("2026.1"), "ratings/s", "at least 10,000 on one quiet core");
}

async function benchTable(): Promise<void> {
  const { query, page, exported, stringified } = await tableTimes();
  const what = "whole page over HTTP, twenty filters and sorts of 100,000 suppliers";
  report("table.100k.p95_ms", page, "ms", `at most 100, ${what}`);
  report("table.100k.query_p95_ms", query, "ms", "the store's part of it");
  report(
    "export.csv.rows_per_s",
    exported,
    "rows/s",
    "at least 50,000; all rows with the columns of the table over HTTP",
  );
  report(
    "export.csv.ratio_to_stringify",
    exported / stringified,
    "ratio",
    `at least 0.5; against ${Math.round(stringified)} rows/s of a bare csv-stringify over the same cells, same run`,
  );
}

async function benchWhatIf(): Promise<void> {
  const { first, all, pageRatio } = await whatIfTimes();
  const what = "other rules and countries tried on 100,000 suppliers over HTTP while eight others open pages";
  report("whatif.100k.first_ms", first, "ms", `at most 1000; ${what}`);
  report("whatif.100k.all_ms", all, "ms", "at most 10,000 on two quiet cores");
  report(
    "whatif.100k.page_ratio",
    pageRatio,
    "ratio",
    "at most 1.2; median supplier page during it, by the one before",
  );
}

async function benchPictures(): Promise<void> {
  const { topics, trend, longestWait } = await pictureTimes();
  const what = "whole page over HTTP of 100,000 suppliers, of whom nothing was counted before";
  report("pictures.100k.topics_ms", topics, "ms", `at most 2000; ${what}`);
  report("pictures.100k.trend_ms", trend, "ms", `at most 2000; ${what}`);
  report("pictures.100k.longest_wait_ms", longestWait, "ms", "at most 50; the slowest of many small answers meanwhile");
}

async function benchLaunch(): Promise<void> {
  const { launch, before, during, longest } = await launchTimes();
  report("launch.100k.s", launch, "s", "none; 100,000 suppliers invited over HTTP while eight others save");
  report("launch.100k.save_wait_p99_ms", during, "ms", `at most 500; ${before.toFixed(1)} ms just before the launch`);
  report("launch.100k.save_wait_longest_ms", longest, "ms", "the longest of them");
}

async function benchRows(): Promise<void> {
  const few = await rowTimes(10);
  const many = await rowTimes(200);
  report("rows.10.save_p95_ms", few.save, "ms", "none; one person, three tables with a row for each of 10 sites");
  report("rows.10.row_p95_ms", few.row, "ms", "none");
  report("rows.10.list_p95_ms", few.list, "ms", "none");
  const beside = (value: number) => `${value.toFixed(1)} ms with 10 sites, same run`;
  report("rows.200.save_p95_ms", many.save, "ms", `at most 150; ${beside(few.save)}`);
  report("rows.200.row_p95_ms", many.row, "ms", `at most 300; ${beside(few.row)}`);
  report("rows.200.list_p95_ms", many.list, "ms", `at most 300; ${beside(few.list)}`);
}

async function benchUpload(): Promise<void> {
  const { start, form, pieces } = await uploadMemory();
  const what = `peak of the process; ${start.toFixed(1)} MB after its start; DOCUMENT_MAX_MB=200, as it comes 20 are taken`;
  report("upload.200mb.rss_mb", form, "MB", `at most 200; a picture in one form, ${what}`);
  report("upload.200mb.pieces_rss_mb", pieces, "MB", `at most 200; the same in pieces that can be resumed, ${what}`);
}

async function benchPaint(): Promise<void> {
  const { landing, question } = await paintTimes();
  const line = "median of 5 first paints, 400 kbit/s, 400 ms, CPU four times slower, no cache";
  report("paint.landing_ms", landing, "ms", `at most 1500; ${line}`);
  // Measured on another day; what was measured stands in the words.
  const other = "DEFRA forms-engine 4.0.44 was at 2,400 with a first section of four questions, on 22 November 2026";
  report("paint.question_ms", question, "ms", `at most 1500; ${line}; ${other}`);
}

/** Parts that can be asked for by name; without a name all run, and so do the floors in processes of their own. */
const parts: Record<string, () => void | Promise<void>> = {
  ratings: benchRatings,
  suppliers: benchSuppliers,
  table: benchTable,
  whatif: benchWhatIf,
  pictures: benchPictures,
  launch: benchLaunch,
  rows: benchRows,
  upload: benchUpload,
  paint: benchPaint,
};
const floors: Record<string, () => void | Promise<void>> = {
  "bare-server": runBareServer,
  "empty-server": runEmptyServer,
  "empty-server-of-ours": runEmptyServerOfOurs,
};

async function run(name: string | undefined): Promise<void> {
  const one = name === undefined ? undefined : (parts[name] ?? floors[name]);
  if (name !== undefined && !one) throw new Error(`There is no part ${name}, only ${Object.keys(parts).join(", ")}.`);
  for (const part of one ? [one] : Object.values(parts)) await part();
}

try {
  await run(process.argv[2]);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
