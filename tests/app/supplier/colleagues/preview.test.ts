import { expect, test } from "vitest";
import { writeMail } from "#app/services/mails/write-mail";
import { previewColleague } from "#app/services/supplier/colleagues/asking/preview-colleague";
import { colleagueLink } from "#app/services/supplier/colleagues/colleague-link";
import { form } from "#tests/support/supplier";
import { askForm, colleagueScene } from "./scene";

test.each(["en", "ar", "zh-Hans"])(
  "what is shown of the mail is what is sent, but for the link, in %s",
  async (reads) => {
    const scene = await colleagueScene();
    const fields = { ...askForm, reads, section: ["E", "F"], note: "Please <b>answer</b>\n\nby Friday." };
    const shown = await previewColleague(await scene.supplier.open(), { fields: form(fields) });
    if (!shown.mail) throw new Error("nothing was shown");
    expect(await scene.list()).toEqual([]);
    // Time goes on between the two.
    scene.ctx.later(0.2);
    await scene.ask(fields);
    const { organisation, invitation } = scene.invited;
    const mails = await scene.ctx.store.mails.about(organisation.id, { invitations: [invitation.id], most: 9 });
    const mail = mails.find(({ kind }) => kind === "colleague");
    if (!mail) throw new Error("nothing was sent");
    const written = await writeMail(scene.ctx, mail);
    const link = colleagueLink(scene.ctx, await scene.newest());
    expect(written.text).toContain(link);
    const sent = written.text.replaceAll(link, `${scene.ctx.config.publicOrigin}/s/…`);
    expect(shown.mail.paragraphs).toEqual(sent.split(/\n{2,}/).filter((one) => one.trim() !== ""));
    expect(shown.mail).toMatchObject({ from: written.from, subject: written.subject, to: askForm.email });
    expect(form(Object.fromEntries(shown.mail.fields)).get("note")).toEqual([fields.note]);
    expect(shown.mail.fields.filter(([name]) => name === "section")).toEqual([
      ["section", "E"],
      ["section", "F"],
    ]);
  },
);

test("a form that could not be sent shows no mail", async () => {
  const scene = await colleagueScene();
  const fields = form({ ...askForm, email: "nobody", section: [] });
  expect(await previewColleague(await scene.supplier.open(), { fields })).toEqual({ errors: ["section", "email"] });
});
