import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { isoDay } from "#app/i18n/dates/days";
import { decodeAnswerFile } from "#scoring/answer-files/answer-bytes";
import { AnswerFileError, readAnswerFile } from "#scoring/answer-files/answer-file";
import { rate } from "#scoring/rate";

const usage = "Usage: npm run -s rate -- [--rules RULE-SET] FILE.json   (- reads from standard input)";

/** A file that cannot be used is the caller's to correct: a sentence and exit code 2, never a stack. */
function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : "unknown reason");
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this account may not read it",
  ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB",
};

type Options = { readonly file?: string; readonly rules?: string };

/** No file where the arguments are not understood. */
function optionsIn(args: readonly string[]): Options {
  const [first, ...rest] = args;
  const [rules, ...files] = first === "--rules" ? rest : [undefined, ...args];
  const [file, ...more] = files;
  return more.length === 0 && !file?.startsWith("--") ? { file, rules } : {};
}

async function main(args: readonly string[]): Promise<void> {
  const { file, rules } = optionsIn(args);
  if (file === undefined) return refuse(usage);
  let content: Uint8Array;
  try {
    content = file === "-" ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    return refuse(`Cannot read ${file}: ${reasonOf(error)}`);
  }
  try {
    const input = readAnswerFile(decodeAnswerFile(content), isoDay(new Date()), rules);
    process.stdout.write(`${JSON.stringify({ asOf: input.asOf, ...rate(input) }, null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof AnswerFileError)) throw error;
    refuse(`${file === "-" ? "standard input" : file}: ${error.message}`);
  }
}

await main(process.argv.slice(2));
