import { type Client, type FormValues, redirectPathOf } from "#tests/support/http-client";
import { siteIdsIn } from "./answering";
import { type Firm, linesOf, valuesOf } from "./firms";

/** Opens a link as the Start button does; the address of the attestation, `/attest/…`. */
export async function startByLink(client: Client, path: string): Promise<string> {
  return redirectPathOf(await client.post(path, []));
}

/** The revision that a page sends back with its form. */
export function basedOnIn(html: string): string {
  const basedOn = /name="basedOn" value="(\d+)"/.exec(html)?.[1];
  if (basedOn === undefined) throw new Error(`no form to save on this page: ${html.slice(0, 500)}`);
  return basedOn;
}

/** Answers every question that is asked, without a browser, until the answers can be checked; the questions in order. */
export async function answerAll(client: Client, base: string, firm: Firm): Promise<readonly string[]> {
  const asked: string[] = [];
  let sites: readonly string[] = [];
  for (let at = `${base}/A1`; ; ) {
    const question = at.slice(base.length + 1);
    if (question === "check") return asked;
    const answer = firm[question];
    if (!answer || asked.includes(question)) throw new Error(`${at} is asked, after ${asked.join(" ")}`);
    asked.push(question);
    for (const [field, typed] of Object.entries(answer)) {
      for (const line of linesOf(question, field, typed) ?? []) {
        const values = valuesOf(`${question}.${field}`, line, sites);
        await redirectPathOf(await client.post(`${base}/${question}/${field}/new`, [["basedOn", "0"], ...values]));
      }
    }
    const html = await (await client.get(at)).text();
    if (question === "B1") sites = siteIdsIn(html);
    at = await redirectPathOf(
      await client.post(at, [["basedOn", basedOnIn(html)], ...ownValues(question, answer, sites)]),
    );
  }
}

function ownValues(question: string, answer: Firm[string], sites: readonly string[]): FormValues {
  return Object.entries(answer).flatMap(([field, typed]) => {
    const lines = linesOf(question, field, typed);
    if (!lines) return valuesOf(question, { [field]: typed }, sites);
    return lines.length === 0 ? [[`${question}.${field}.none`, "yes"] as const] : [];
  });
}

/** What the signing page sends, from the page as it stands. */
export async function signature(client: Client, base: string, name = "Rita Alves"): Promise<FormValues> {
  const html = await (await client.get(`${base}/sign`)).text();
  return [
    ["basedOn", basedOnIn(html)],
    ["O2.name", name],
    ["O2.job", "Human resources"],
    ["O2.sharing", "buyer"],
    ["O2.authority", "yes"],
  ];
}
