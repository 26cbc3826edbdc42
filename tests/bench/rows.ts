import { withStore } from "#tests/support/product";
import { percentile } from "./load";
import { aDataFolder, startServer } from "./servers";
import { type AtWork, newestQuestions, suppliersAtWork } from "./suppliers-at-work";

/** Ninety-fifth percentiles in milliseconds: of saving one row on its page, and of opening a row and a list of rows. */
export type RowTimes = { readonly save: number; readonly row: number; readonly list: number };

const countries = ["China", "Vietnam", "Pakistan", "Bangladesh"];

type Table = {
  readonly question: string;
  readonly part: string;
  /** One of its rows, as a spreadsheet has it. */
  readonly line: (at: number) => string;
  /** The figure that is changed. */
  readonly figure: string;
};

/** Rows of each table that are saved: spread over the whole of a long one. */
const saved = 20;

/** The tables of version 2 that have a row for each site. */
const tables: readonly Table[] = [
  {
    question: "B1",
    part: "sites",
    line: (at) => `Plant ${at + 1}\t${at + 1} Mill Road\tNorth\t${countries[at % 4]}\tproduction\t\t${at + 40}`,
    figure: "workers",
  },
  { question: "D1", part: "workforce", line: (at) => `Plant ${at + 1}\t${at + 40}\t0\t0\t0\t0`, figure: "own" },
  { question: "D2", part: "foreign", line: (at) => `Plant ${at + 1}\tNepal\t${(at % 9) + 1}`, figure: "workers" },
];

/**
 * One supplier with so many sites, who changes a figure on the pages of some rows of each table and then opens that row and the
 * list, all one after the other.
 */
export async function rowTimes(sites: number): Promise<RowTimes> {
  const dataDir = aDataFolder();
  const [supplier] = await suppliersAtWork(dataDir, 1, newestQuestions);
  if (!supplier) throw new Error("nobody is at work");
  const server = await startServer(["build/server/main.js"], dataDir);
  try {
    const asked = askerOf(server.origin, supplier);
    const base = `/attest/${supplier.attestation}`;
    for (const { question, part, line } of tables) {
      const text = Array.from({ length: sites }, (_, at) => line(at)).join("\n");
      await asked(`${base}/${question}/${part}/paste`, [
        ["then", "add"],
        ["basedOn", "0"],
        ["text", text],
      ]);
    }
    const file = await withStore(dataDir, (store) => store.attestations.get(supplier.org, supplier.attestation));
    const times = { save: [] as number[], row: [] as number[], list: [] as number[] };
    for (const { question, part, figure } of tables) {
      const rows = file?.answers[question]?.value?.[part];
      if (!Array.isArray(rows) || rows.length !== sites) throw new Error(`${question} has not ${sites} rows`);
      for (let at = 0; at < saved; at += 1) {
        const row = rows[Math.floor((at * sites) / saved)];
        if (row === undefined || typeof row === "string") throw new Error(`${question} is no table`);
        const cells = { ...row.cells, [figure]: Number(row.cells[figure]) + at + 1 };
        const fields = Object.entries(cells).map(([id, cell]) => [`${question}.${part}.${id}`, String(cell)] as const);
        const revision = String((file?.revisions[question] ?? 0) + at);
        const page = `${base}/${question}/${part}/${row.id}`;
        times.save.push(await asked(page, [["basedOn", revision], ...fields]));
        times.row.push(await asked(page));
        times.list.push(await asked(`${base}/${question}`));
      }
    }
    return {
      save: percentile(times.save, 0.95),
      row: percentile(times.row, 0.95),
      list: percentile(times.list, 0.95),
    };
  } finally {
    await server.stop();
  }
}

/** Asks for a page, or sends the form that it is given, and says how many milliseconds the answer took. */
function askerOf(origin: string, { cookie }: AtWork) {
  return async (path: string, form?: readonly (readonly [name: string, value: string])[]): Promise<number> => {
    const body = form && new URLSearchParams(form.map(([name, value]) => [name, value]));
    const start = performance.now();
    const answer = await fetch(origin + path, {
      method: body ? "POST" : "GET",
      headers: { cookie, origin },
      redirect: "manual",
      ...(body ? { body } : {}),
    });
    await answer.arrayBuffer();
    if (answer.status !== (body ? 302 : 200)) throw new Error(`${path} was answered with ${answer.status}`);
    return performance.now() - start;
  };
}
