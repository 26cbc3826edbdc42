import { beforeAll, describe, expect, test } from "vitest";
import { makeCatalogue } from "#app/adapters/built-in-catalogue";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { changeQuestionnaire, showQuestionnaireStep } from "#app/services/team/drafts/change-questionnaire";
import { chooseRecipients } from "#app/services/team/drafts/choose-recipients";
import { showCampaignDraft } from "#app/services/team/drafts/show-campaign-draft";
import { startCampaign } from "#app/services/team/drafts/start-campaign";
import { listVersions } from "#app/services/team/drafts/versions";
import { uploadList } from "#app/services/team/imports/upload-list";
import { beginLaunch } from "#app/services/team/launches/begin-launch";
import { checkLaunch } from "#app/services/team/launches/check-launch";
import { changeReasons } from "#app/services/team/messages/change-reasons";
import { showQuestionnaire } from "#app/services/team/questionnaires/show-questionnaire";
import { showToday } from "#app/services/team/today/show-today";
import { questionnaires } from "#questionnaires/index";
import { type LoadedQuestionnaire, loadQuestionnaire } from "#questionnaires/load";
import { editions } from "#scoring/editions/index";
import { loadRuleSet } from "#scoring/rules/load-rule-set";
import { ruleSets } from "#scoring/rulesets/index";
import { asPerson } from "#tests/support/context";
import { aHash, anEvent, now } from "#tests/support/factories";
import { forcedLabour } from "#tests/support/questionnaires";
import { codeOf, expectNoFaults, importSupplierList, launch, teamWithAdmin } from "#tests/support/team";
import { textFilesOf } from "#tests/support/text-files";
import { createOrganisation } from "#tests/support/world";

const step = { name: "Autumn", version: "forced-labour@1", regimes: ["uflpa"] };

describe("what is typed into a draft", () => {
  let team: TeamContext;
  let campaign: string;
  beforeAll(async () => {
    team = (await teamWithAdmin()).team;
    campaign = expectNoFaults(await startCampaign(team, step));
  });
  const kept = () => team.store.campaigns.get(team.organisation.id, campaign);

  test("is refused beside a name that is missing or longer than 200 characters, and never cut", async () => {
    const long = "x".repeat(201);
    const faults = [{ field: "name", code: "too-long" }];
    expect(await startCampaign.submit(team, { ...step, name: long })).toEqual({ faults });
    expect(await changeQuestionnaire.submit(team, { ...step, campaign, name: long })).toEqual({ faults });
    expect(await startCampaign.submit(team, { ...step, name: "  " })).toEqual({
      faults: [{ field: "name", code: "required" }],
    });
    expect((await team.store.campaigns.list(team.organisation.id)).map(({ name }) => name)).toEqual(["Autumn"]);
    const exact = await startCampaign.submit(team, { ...step, name: "y".repeat(200) });
    expect(exact).toEqual({ done: expect.any(String) });
  });

  test.each(["forced-labour@99", "forced-labour@", "forced-labour", "other@1", ""])(
    "is refused beside a version that there is not: %j",
    async (version) => {
      const before = await kept();
      expect(await startCampaign(team, { ...step, version })).toEqual(fault("version", "not-valid"));
      expect(await changeQuestionnaire(team, { ...step, campaign, version })).toEqual(fault("version", "not-valid"));
      expect(await kept()).toEqual(before);
    },
  );

  test("is refused beside a regime that the version does not know", async () => {
    const before = await kept();
    const regimes = ["uflpa", "no-such-law"];
    expect(await startCampaign(team, { ...step, regimes })).toEqual(fault("regimes", "not-valid"));
    expect(await changeQuestionnaire(team, { ...step, campaign, regimes })).toEqual(fault("regimes", "not-valid"));
    expect(await kept()).toEqual(before);
  });

  test("is refused beside a reason that is too long, and beside the English one when it is missing", async () => {
    const before = await kept();
    const ar = "ب".repeat(2_001);
    expect(await changeReasons.submit(team, { campaign, reasons: { en: " ", ar } })).toEqual({
      faults: [
        { field: "reason-en", code: "required" },
        { field: "reason-ar", code: "reason-long" },
      ],
    });
    expect(await kept()).toEqual(before);
    await changeReasons(team, { campaign, reasons: { en: "e".repeat(2_000), ar: " " } });
    expect((await kept())?.reason).toEqual({ en: "e".repeat(2_000) });
  });

  test("is no choice of recipients or of days that the page does not offer", async () => {
    expect(await codeOf(chooseRecipients(team, { campaign, mode: "some" }))).toBe("bad-request");
    expect(await beginLaunch.submit(team, { campaign, links: "31" })).toEqual({
      faults: [{ field: "links", code: "not-valid" }],
    });
    expect(await beginLaunch.submit(team, { campaign, links: "" })).toEqual({
      faults: [{ field: "links", code: "not-valid" }],
    });
  });

  test.each([
    ["", "list-empty"],
    ["PK\u0003\u0004 a workbook", "spreadsheet"],
    ["%PDF-1.7", "not-text"],
  ] as const)("is no list: %j", async (text, code) => {
    expect(await uploadList(team, { file: new TextEncoder().encode(text) })).toEqual(fault("file", code));
  });
});

test("a viewer is refused whatever is typed, before anything of it is looked at", async () => {
  const { ctx, team } = await teamWithAdmin();
  const viewer = asPerson(ctx, { organisation: team.organisation, user: { ...team.user, role: "viewer" } });
  const typed = { campaign: "no-such-campaign", name: "", version: "", regimes: [], mode: "", links: "", reasons: {} };
  for (const verb of [startCampaign, changeQuestionnaire, chooseRecipients, changeReasons, beginLaunch]) {
    expect(await codeOf(verb.submit(viewer, typed))).toBe("not-allowed");
  }
});

/** The same id and version as the built-in questionnaire, with another title and one question less. */
function theirQuestionnaire(): LoadedQuestionnaire {
  const { definition, texts } = forcedLabour(1);
  const sections = definition.sections.map((section) => ({
    ...section,
    questions: section.questions.filter(({ id }) => id !== "A1"),
  }));
  const files = textFilesOf({ texts }).map((file) => ({
    ...file,
    strings: { ...file.strings, title: "Forests", "regime.uflpa": "Their law" },
  }));
  return loadQuestionnaire({ ...definition, sections }, files);
}

const catalogues = [["builtIn", "theirs"] as const, ["theirs", "builtIn"] as const];

test.each(catalogues)("two organisations with the same key see each their own, %s first", async (first, second) => {
  const { ctx } = await teamWithAdmin();
  const [one, other] = [await createOrganisation(ctx.store), await createOrganisation(ctx.store)];
  const own = { builtIn: forcedLabour(1), theirs: theirQuestionnaire() };
  const of = new Map([
    [one.organisation.id, own[first]],
    [other.organisation.id, own[second]],
  ]);
  const catalogue = makeCatalogue((org) => {
    const questionnaire = of.get(org);
    return { questionnaires: questionnaire ? [questionnaire] : [], ruleSets, editions };
  });
  const expected = {
    builtIn: { title: /^Forced labour/, law: /Uyghur/, counts: { least: 27, all: 59 }, asked: 15 },
    theirs: { title: /^Forests$/, law: /^Their law/, counts: { least: 26, all: 58 }, asked: 14 },
  };
  for (const [{ organisation, admin }, name] of [[one, first] as const, [other, second] as const]) {
    const { title, law, counts, asked } = expected[name];
    const team = asPerson({ ...ctx, catalogue }, { organisation, user: admin });
    const [version, ...more] = await listVersions(team, {});
    expect(more).toEqual([]);
    expect(version).toMatchObject({ key: "forced-labour@1", title: expect.stringMatching(title), questions: counts });

    await importSupplierList(team, "name,country,email\nTan Sao,Viet Nam,hr@tansao.example\nHao,China,a@hao.example\n");
    const campaign = expectNoFaults(await startCampaign(team, step));
    await chooseRecipients(team, { campaign, mode: "all" });
    expect((await showQuestionnaireStep(team, { campaign })).versions).toEqual([version]);
    const words = (await showCampaignDraft(team, { campaign }))?.steps[0]?.text ?? "";
    expect(words.split(", version 1: ")).toEqual([expect.stringMatching(title), expect.stringMatching(law)]);
    expect((await checkLaunch(team, { campaign })).checks.map(({ state }) => state)).not.toContain("stop");

    await launch(team, campaign);
    const before = await showCampaign(team, { campaign });
    expect(before.questionnaire).toMatch(title);
    expect(before.regimes).toEqual([expect.stringMatching(law)]);
    expect(before.recipients.map(({ progress }) => progress)).toEqual([
      { answered: 0, asked },
      { answered: 0, asked },
    ]);
    const found = await ctx.store.invitations.get(organisation.id, before.recipients[0]?.id ?? "");
    const attestation = found?.attestation.id ?? "";
    const session = { org: organisation.id, attestation, sessionHash: aHash(), at: now, audit: anEvent() };
    await ctx.store.attestations.start(session);
    const [started] = (await showCampaign(team, { campaign })).recipients;
    expect(started).toMatchObject({ state: "started", progress: { answered: 0 } });
    expect(started?.progress?.asked).toBe(asked);
  }
});

test("a campaign whose version the catalogue has lost is a fault of ours, not another version", async () => {
  const { team } = await teamWithAdmin();
  const campaign = expectNoFaults(await startCampaign(team, step));
  const without = { ...team, catalogue: makeCatalogue(() => ({ questionnaires: [], ruleSets, editions })) };
  await expect(showCampaignDraft(without, { campaign })).rejects.toThrow("There is no questionnaire forced-labour@1");
  expect(await listVersions(without, {})).toEqual([]);
});

describe("what a new draft takes", () => {
  const rulesFor = (from: number, to: number) =>
    ruleSets.slice(0, 1).map(({ definition, words, fingerprint }) =>
      loadRuleSet(definition, [...words.values()], {
        questionnaire: { id: definition.questionnaire, versions: { from, to } },
        fingerprint,
      }),
    );
  const teamWith = async (rules: typeof ruleSets) => {
    const { ctx, team } = await teamWithAdmin();
    const catalogue = makeCatalogue(() => ({ questionnaires, ruleSets: rules, editions }));
    return asPerson({ ...ctx, catalogue }, { organisation: team.organisation, user: team.user });
  };
  const offered = async (rules: typeof ruleSets) => {
    const asked = await teamWith(rules);
    const [first] = await listVersions(asked, {});
    return { first: first?.key, today: (await showToday(asked, {})).questions };
  };

  test.each([
    ["no rules about version 2", rulesFor(1, 1), "forced-labour@1", 60],
    ["rules that rate both", rulesFor(1, 2), "forced-labour@2", 62],
    ["rules about version 2 beside older ones", [...rulesFor(1, 1), ...rulesFor(2, 2)], "forced-labour@2", 62],
    ["rules about a version that is not there yet", [...rulesFor(1, 1), ...rulesFor(3, 9)], "forced-labour@1", 60],
  ])("is the newest version that rules rate: with %s", async (_name, rules, key, questions) => {
    expect(await offered(rules)).toEqual({ first: key, today: questions });
  });

  test("is nothing while no rules are about anything", async () => {
    expect(await offered([])).toEqual({ first: undefined, today: 0 });
  });

  test.each([
    ["2026-11-29", "14 Dec 2027"],
    ["2027-12-13", "14 Dec 2027"],
    ["2027-12-14", undefined],
    ["2031-01-01", undefined],
  ])("says on %s from when a law applies that does not yet", async (day, from) => {
    const asked = { ...(await teamWith(rulesFor(1, 2))), clock: { now: () => new Date(`${day}T10:00:00Z`) } };
    const [second, first] = await listVersions(asked, {});
    const froms = (version: typeof second) => version?.regimes.flatMap((law) => (law.from ? [[law.id, law.from]] : []));
    expect(froms(second)).toEqual(from === undefined ? [] : [["eu-flr", from]]);
    expect(froms(first)).toEqual([]);
    const { laws } = await showQuestionnaire(asked, { id: "forced-labour", version: 2 });
    expect(laws.find(({ id }) => id === "eu-flr")).toMatchObject({
      from,
      source: { text: "Regulation (EU) 2024/3015." },
    });
  });

  test("is shown to the team with its own name where suppliers read it", async () => {
    const asked = await teamWith(rulesFor(1, 2));
    const { sections } = await showQuestionnaire(asked, { id: "forced-labour", version: 2 });
    const titles = sections.flatMap(({ questions }) => questions.map(({ title }) => title?.text));
    expect(titles).toContain(`What do you supply to ${asked.organisation.name}?`);
  });
});
