import { expect, test } from "vitest";
import { Field } from "#app/components/supplier/controls/field";
import { RowPage } from "#app/components/supplier/rows/row-page";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { showRow } from "#app/services/supplier/rows/show-row";
import type { Answers } from "#questionnaires/answers";
import { asked, draw } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";

const none = { agency: 0, contractor: 0, trainee: 0, home: 0 };
const site = (id: string, name: string, workers: number) => row(id, { name, country: "PT", work: "office", workers });
const own = (id: string, workers: number) => row(id, { site: id, own: workers, ...none });
const abroad = (id: string, at: string, workers: number) => row(id, { site: at, nationality: "NP", workers });
const sites = { B1: { value: { sites: [site("s1", "Ave", 412), site("s2", "Braga", 1_200)] } } };

/** The sentences about sums that stand on the page of a question, or of one of its rows. */
async function said(answers: Answers, question: string, part: string, id?: string): Promise<readonly string[]> {
  const { open } = await asked(answers);
  const self = await open();
  const html =
    id === undefined
      ? (await showQuestion(self, { question })).fields
          .map((field) => draw(<Field key={field.id} field={field} />))
          .join("")
      : draw(<RowPage view={await showRow(self, { question, part, row: id })} />);
  const bare = html.replaceAll("<!-- -->", "").replace(/[\u2066-\u2069]/g, "");
  return [...bare.matchAll(/<(?:p|li)(?: dir="auto")?>([^<]*(?:here, [^<]*|\d in [A-Z]\d[^<]*))<\/(?:p|li)>/g)].map(
    ([, text = ""]) => text,
  );
}

test.each<[string, Answers, string, string, string | undefined, readonly string[]]>([
  ["nothing beside an answer that is not there yet", sites, "B1", "sites", undefined, []],
  [
    "what a table must come to before its first row",
    sites,
    "D1",
    "workforce",
    undefined,
    ["In all: 0 here, 1,612 in B1. Both must be the same."],
  ],
  [
    "that two tables fit",
    { ...sites, D1: { value: { workforce: [own("s1", 412), own("s2", 1_200)] } } },
    "B1",
    "sites",
    undefined,
    ["In all: 1,612 here, 1,612 in D1. They fit."],
  ],
  [
    "where they do not, though the sums are the same",
    { ...sites, D1: { value: { workforce: [own("s1", 400), own("s2", 1_212)] } } },
    "D1",
    "workforce",
    undefined,
    [
      "In all: 1,612 here, 1,612 in B1. Both must be the same.",
      "Ave: 400 in D1, 412 in B1",
      "Braga: 1,212 in D1, 1,200 in B1",
    ],
  ],
  [
    "on the page of a site what is said of it elsewhere",
    { ...sites, D1: { value: { workforce: [own("s1", 410)] } } },
    "B1",
    "sites",
    "s1",
    ["Ave: 412 here, 410 in D1. Both must be the same.", "In all: 1,612 here, 410 in D1. Both must be the same."],
  ],
  [
    "on the page of one nationality what all of them come to at its site",
    {
      ...sites,
      D1: { value: { workforce: [own("s1", 412), own("s2", 1_200)] } },
      D2: { value: { foreign: [abroad("f1", "s1", 400), abroad("f2", "s1", 20)] } },
    },
    "D2",
    "foreign",
    "f2",
    [
      "Ave: 420 here, 412 in D1. It cannot be more here than there.",
      "In all: 420 here, 1,612 in D1. It cannot be more here than there.",
    ],
  ],
  [
    "seen from the other side that it is too little",
    {
      ...sites,
      D1: { value: { workforce: [own("s1", 412), own("s2", 1_200)] } },
      D2: { value: { foreign: [abroad("f1", "s2", 1_201)] } },
    },
    "D1",
    "workforce",
    "s2",
    [
      "Braga: 1,200 here, 1,200 in B1. They fit.",
      "In all: 1,612 here, 1,612 in B1. They fit.",
      "Braga: 1,200 here, 1,201 in D2. It cannot be less here than there.",
      "In all: 1,612 here, 1,201 in D2. It cannot be less here than there.",
    ],
  ],
])("running totals say %s", async (_, answers, question, part, id, sentences) => {
  expect(await said(answers, question, part, id)).toEqual(sentences);
});
