import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Sqlite } from "#db/sqlite/driver";
import type { Product } from "#tests/support/product";

/** Something that happens to the database file while the product runs, and how it is undone. */
export type StorageFault = {
  readonly name: string;
  /** Whether pages can still be read meanwhile. */
  readonly reads: boolean;
  /** Makes it happen; what it returns undoes it. */
  begin(product: Product): () => void;
};

const fileOf = ({ dataDir }: Product) => join(dataDir, "avow.sqlite");

/** As another program that backs the file up, or an operator in a shell, holds it. */
const locked: StorageFault = {
  name: "held by another program",
  reads: true,
  begin(product) {
    const other = new Sqlite(fileOf(product));
    other.exec("BEGIN EXCLUSIVE");
    return () => void other.close();
  },
};

/** No file may grow, which every write to a disk that is full or broken meets. */
const full: StorageFault = {
  name: "on a disk that takes nothing more",
  reads: true,
  begin({ pid }) {
    const limit = (bytes: string) => execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:unlimited`]);
    limit("4096");
    return () => void limit("unlimited");
  },
};

/** The file is damaged so that every page of it that is read anew is an error. */
const damaged: StorageFault = {
  name: "damaged",
  reads: false,
  begin(product) {
    const other = new Sqlite(fileOf(product));
    const say = (rootpage: string) => {
      other.unsafeMode(true);
      const version = Number(other.pragma("schema_version", { simple: true }));
      other.pragma("writable_schema = ON");
      other.prepare(`UPDATE sqlite_schema SET rootpage = ${rootpage} WHERE name = 'answers'`).run();
      other.pragma(`schema_version = ${version + 1}`);
      other.pragma("writable_schema = OFF");
    };
    const root = other.prepare<[], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'answers'");
    const before = String(root.get()?.rootpage);
    say("999999");
    return () => {
      say(before);
      other.close();
    };
  },
};

/** Each of the kinds that a running product can meet. */
export const storageFaults: readonly StorageFault[] = [locked, full, damaged];
