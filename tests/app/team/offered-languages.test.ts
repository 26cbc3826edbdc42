import { describe, expect, test } from "vitest";
import { languages, offeredLanguage, offeredLanguages } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { isUnreviewed, languageReport } from "#app/services/languages/language-report";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { chooseRecipients } from "#app/services/team/drafts/choose-recipients";
import { startCampaign } from "#app/services/team/drafts/start-campaign";
import { beginLaunch } from "#app/services/team/launches/begin-launch";
import { checkLaunch } from "#app/services/team/launches/check-launch";
import { offerOf } from "#app/services/team/launches/language-offer";
import { showQuestionnaire } from "#app/services/team/questionnaires/show-questionnaire";
import { eventWords } from "#app/services/team/suppliers/trail/event-words";
import { codeOf, expectNoFaults, importSupplierList, teamWithAdmin } from "#tests/support/team";

const list = [
  "name,country,email,language",
  "Tan Sao,Viet Nam,hr@tansao.example,vi",
  "Hao,China,a@hao.example,zh-Hans",
  "Bursa,Türkiye,b@bursa.example,tr",
  "Izmir,Türkiye,b@izmir.example,tr",
].join("\n");

const all = languages.map(({ tag }) => tag);

async function draftOf(version: number): Promise<{ team: TeamContext; id: string }> {
  const { team } = await teamWithAdmin();
  await importSupplierList(team, list);
  const started = await startCampaign(team, { name: "Autumn", version: `forced-labour@${version}`, regimes: [] });
  const id = expectNoFaults(started);
  await chooseRecipients(team, { campaign: id, mode: "all" });
  return { team, id };
}

const launched = async (team: TeamContext, id: string) =>
  (await team.store.audit.trail(team.organisation.id, { subjects: [id], most: 50 })).flatMap((event) =>
    event.action === "campaign.launched" ? [event.details] : [],
  );

async function reports(team: TeamContext, version: number) {
  const questionnaire = await team.catalogue.questionnaire(team.organisation.id, "forced-labour", version);
  if (!questionnaire) throw new Error("it is built in");
  return {
    full: all.filter((tag) => {
      const { missing, stale } = languageReport(questionnaire, tag, team.sha256);
      return tag === "en" || missing + stale === 0;
    }),
    unread: (tags: readonly string[]) => tags.filter((tag) => isUnreviewed(questionnaire, tag, team.sha256)),
  };
}

describe("a launch", () => {
  test.each([1, 2])("of version %i offers what is there in full unless it is told otherwise", async (version) => {
    const { team, id } = await draftOf(version);
    const { full, unread } = await reports(team, version);
    await beginLaunch(team, { campaign: id, links: 30 });
    expect((await team.store.campaigns.get(team.organisation.id, id))?.offered).toEqual(full);
    expect(await launched(team, id)).toEqual([{ invitations: 4, offered: full, unreviewed: unread(full) }]);
  });

  test.each<[string, readonly (typeof all)[number][], readonly string[]]>([
    ["nothing", [], ["en"]],
    ["one that is not reviewed", ["tr"], ["en", "tr"]],
    ["some, in any order and twice", ["tr", "ar", "tr", "en"], ["en", "ar", "tr"]],
    ["all", all, all],
  ])("that is told %s offers that and English", async (_, offer, offered) => {
    const { team, id } = await draftOf(2);
    const { unread } = await reports(team, 2);
    await beginLaunch(team, { campaign: id, links: 30, offer: [...offer] });
    const [details] = await launched(team, id);
    expect(new Set(details?.offered)).toEqual(new Set(offered));
    expect(details?.unreviewed).toEqual(unread(details?.offered ?? []));
    // The same form once more changes nothing; another one is told so.
    expect(await beginLaunch(team, { campaign: id, links: 30, offer: [...offer] })).toBe(4);
    expect(await codeOf(beginLaunch(team, { campaign: id, links: 30, offer: ["bn"] }))).toBe("changed-meanwhile");
    expect(await launched(team, id)).toHaveLength(1);
  });

  test.each(["xx", "EN", "zh", "", "en,tr"])("refuses the tag %j and is not begun", async (tag) => {
    const { team, id } = await draftOf(1);
    expect(await beginLaunch.submit(team, { campaign: id, links: "30", offer: ["en", tag] })).toEqual({
      faults: [{ field: "offer", code: "not-valid" }],
    });
    expect((await team.store.campaigns.get(team.organisation.id, id))?.state).toBe("draft");
    expect(await launched(team, id)).toEqual([]);
  });
});

test("before the launch each language says how far it is and who reads it", async () => {
  const { team, id } = await draftOf(1);
  const { full, unread } = await reports(team, 1);
  const { languages: lines, checks } = await checkLaunch(team, { campaign: id });
  expect(lines.map(({ language }) => language)).toEqual(all);
  expect(lines.flatMap(({ language, isUsual }) => (isUsual ? [language] : []))).toEqual(full);
  expect(lines.flatMap(({ language, isUnreviewed: is }) => (is ? [language] : []))).toEqual(unread(all));
  const readers = lines.flatMap(({ language, contacts }) => (contacts > 0 ? [[language, contacts]] : []));
  expect(readers).toEqual([
    ["zh-Hans", 1],
    ["vi", 1],
    ["tr", 2],
  ]);
  for (const { strings, missing, stale, draft, reviewed, approved } of lines)
    expect(missing + stale + draft + reviewed + approved).toBe(strings);
  expect(lines.filter(({ isFixed }) => isFixed).map(({ language }) => language)).toEqual(["en"]);
  const ofTurkish = checks.find(({ code, params }) => code === "language" && params.language === "tr");
  const turkish = lines.find(({ language }) => language === "tr");
  expect(ofTurkish).toMatchObject({
    state: "look",
    params: { count: 2, all: turkish?.strings, missing: turkish?.missing, draft: turkish?.draft },
  });
});

test("what is stale is not offered by itself, and counts as read by nobody", () => {
  const line = { endonym: "", dir: "ltr", contacts: 0, isFixed: false, isUsual: true, isUnreviewed: false } as const;
  const counts = { strings: 4, missing: 0, stale: 0, draft: 0, reviewed: 4, approved: 0 };
  const lines = [
    { ...line, ...counts, language: "en", isFixed: true },
    { ...line, ...counts, language: "fr" },
    { ...line, ...counts, language: "de", stale: 1, reviewed: 3, isUsual: false, isUnreviewed: true },
  ];
  expect(offerOf(lines, undefined)).toEqual({ offered: ["en", "fr"], unreviewed: [] });
  expect(offerOf(lines, ["de"])).toEqual({ offered: ["en", "de"], unreviewed: ["de"] });
  expect(offerOf(lines, [])).toEqual({ offered: ["en"], unreviewed: [] });
});

test("the page of a campaign says what it offers, and one from before offers everything", async () => {
  const { team, id } = await draftOf(2);
  await beginLaunch(team, { campaign: id, links: 30, offer: ["ar", "vi"] });
  const shown = await showCampaign(team, { campaign: id });
  expect(shown).toMatchObject({ offered: ["English", "Tiếng Việt", "العربية"], offersAll: false });
  expect(offeredLanguages({}).map(({ tag }) => tag)).toEqual(all);
});

test("a language is offered by its exact tag, and English always", () => {
  const offer = { offered: ["ar", "xx", "zh-Hans"] };
  const asked = ["ar", "en", "zh-Hans", "zh-Hant", "zh", "AR", "xx", "", null, undefined];
  expect(asked.map((tag) => offeredLanguage(offer, tag))).toEqual(["ar", "en", "zh-Hans", ...Array(7).fill(undefined)]);
  expect(offeredLanguage({ offered: [] }, "en")).toBe("en");
  expect(offeredLanguage({}, "de")).toBe("de");
});

test("the trail tells what was offered and what of it nobody had read", async () => {
  const { team } = await teamWithAdmin();
  const told = (details: { invitations: number; offered?: string[]; unreviewed?: string[] }) =>
    eventWords(team, { action: "campaign.launched", details }).replaceAll(/[\u2068\u2069]/g, "");
  expect(told({ invitations: 2 })).toBe("Campaign launched for 2 suppliers");
  expect(told({ invitations: 1, offered: ["en"], unreviewed: [] })).toBe(
    "Campaign launched for 1 supplier; languages offered: English",
  );
  expect(told({ invitations: 2, offered: ["en", "ar", "de"], unreviewed: ["ar"] })).toBe(
    "Campaign launched for 2 suppliers; languages offered: English, العربية, Deutsch; not read in full by anybody who knows the language: العربية",
  );
});

test("the page of a questionnaire shows how far each language is", async () => {
  const { team } = await teamWithAdmin();
  const { states } = await showQuestionnaire(team, { id: "forced-labour", version: 2 });
  expect(states.map(({ language }) => language)).toEqual(all);
  const questionnaire = await team.catalogue.questionnaire(team.organisation.id, "forced-labour", 2);
  if (!questionnaire) throw new Error("it is built in");
  expect(states.find(({ language }) => language === "ko")).toEqual({
    endonym: "한국어",
    ...languageReport(questionnaire, "ko", team.sha256),
  });
});
