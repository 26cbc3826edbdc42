import { beforeEach, describe, expect, test } from "vitest";
import { ConflictError, EvidenceFullError, MissingError } from "#db/errors";
import type { CorrectiveAction } from "#db/records";
import type { ActionChange, ActionFilter, Store } from "#db/store";
import { proofPlace } from "#terms/actions/action-proof";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { aMail, anAction, anActionEntry, anEvent, now } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { aRemoval } from "#tests/support/removals";
import { aScene } from "./scene";

/** Corrective actions: each change with its line of the history, its rating and its mails, all or nothing. */
export function actionsContract(open: () => Promise<Store>): void {
  describe("corrective actions", () => {
    const scene = aScene(open);
    const audit = [anEvent()];
    let org: string;
    let supplier: string;
    let attestation: string;
    let user: string;

    beforeEach(() => {
      const { organisation, admin, recipient } = scene.world;
      org = organisation.id;
      supplier = recipient.supplier.id;
      attestation = recipient.attestation.id;
      user = admin.id;
    });

    const opened = async (over: Partial<CorrectiveAction> = {}) => {
      const action = anAction({ org, supplier, attestation, ...over });
      await scene.store.actions.open({ action, entry: anActionEntry({ user }), audit });
      return action;
    };
    const change = (id: string, version: number, set: ActionChange, over: object = {}) =>
      scene.store.actions.change({ org, id, version, set, entry: anActionEntry({ step: "changed" }), audit, ...over });
    const filter = (over: Partial<ActionFilter> = {}): ActionFilter => {
      return { user, today: "2026-03-02", showsNorthKorea: true, ...over };
    };
    const page = { skip: 0, most: 9 };

    test("are counted of a supplier while something is to be done, beside findings and the last answer", async () => {
      await opened();
      await opened({ state: "working" });
      await opened({ state: "done" });
      const { store } = scene;
      const found = await store.suppliers.openWork(org, [supplier, "nobody"]);
      expect([...found.keys()]).toEqual([supplier]);
      expect(found.get(supplier)).toMatchObject({ actions: 2, findings: 0 });
      expect(await store.suppliers.openWork(org, [])).toEqual(new Map());
    });
    const idsOf = async (over: Partial<ActionFilter>) =>
      (await scene.store.actions.list(org, filter(over), page)).map(({ id }) => id);

    test("are opened once by one id, with whose they are", async () => {
      const action = await opened({ owner: user });
      const again = await scene.store.actions.open({ action, entry: anActionEntry(), audit });
      expect(again).toBe(false);
      const { supplier: of } = scene.world.recipient;
      expect(await scene.store.actions.get(org, action.id)).toEqual({
        ...action,
        of: { id: of.id, name: of.name, ref: of.ref },
        ownerName: scene.world.admin.name,
        proofs: 0,
      });
      expect(await scene.store.actions.entries(org, action.id)).toHaveLength(1);
      const wrong = anAction({ org, supplier: "supplier-of-nobody", attestation });
      await expect(scene.store.actions.open({ action: wrong, entry: anActionEntry(), audit })).rejects.toThrow(
        MissingError,
      );
    });

    test("change with a line of the history, a rating and a mail, or not at all", async () => {
      const { id } = await opened();
      const rating = aNewRating({ attestation, supplier, cause: { kind: "action", id, why: "accepted" } });
      const mail = aMail({ org, kind: "actions", invitation: scene.world.recipient.invitation.id });
      await change(id, 1, { state: "agreed", reliefUntil: "2026-04-01" }, { rating, mails: [mail] });
      expect(await scene.store.actions.get(org, id)).toMatchObject({ state: "agreed", version: 2 });
      const entries = await scene.store.actions.entries(org, id);
      expect(entries.map(({ position, step, rating: made }) => [position, step, made])).toEqual([
        [1, "opened", undefined],
        [2, "changed", rating.id],
      ]);
      expect((await scene.store.ratings.latest(org, supplier))?.cause).toEqual(rating.cause);
      expect(await scene.store.mails.get(org, mail.id)).toMatchObject({ kind: "actions" });
      await expect(change(id, 1, { state: "dropped" })).rejects.toThrow(ConflictError);
      const stale = aNewRating({ attestation, supplier, after: "rating-of-before" });
      await expect(change(id, 2, { state: "done" }, { rating: stale })).rejects.toThrow(ConflictError);
      expect(await scene.store.actions.get(org, id)).toMatchObject({ state: "agreed", version: 2 });
      expect(await scene.store.actions.entries(org, id)).toHaveLength(2);
      expect(await scene.store.ratings.history(org, supplier)).toHaveLength(1);
    });

    test("are listed and counted by view, by the day they are due, and without what is not to be seen", async () => {
      const late = await opened({ due: "2026-03-01", state: "asked", owner: user });
      const korean = await opened({ due: "2026-03-05", question: "E1", northKorea: true });
      const proven = await opened({ due: "2026-03-02", state: "proven" });
      const done = await opened({ due: "2026-03-03", state: "done" });
      expect(await idsOf({ view: "open" })).toEqual([late.id, proven.id, korean.id]);
      expect(await idsOf({ view: "open", showsNorthKorea: false })).toEqual([late.id, proven.id]);
      expect(await idsOf({ view: "mine" })).toEqual([late.id]);
      expect(await idsOf({ view: "overdue" })).toEqual([late.id]);
      expect(await idsOf({ view: "proof" })).toEqual([proven.id]);
      expect(await idsOf({ view: "closed" })).toEqual([done.id]);
      expect(await idsOf({ view: "open", state: "asked" })).toEqual([late.id]);
      expect(await idsOf({ supplier: "supplier-of-nobody" })).toEqual([]);
      const counts = await scene.store.actions.counts(org, filter({ view: "open" }));
      expect(counts.views).toEqual({ open: 3, mine: 1, proof: 1, overdue: 1, "north-korea": 1, closed: 1 });
      expect([counts.all, counts.states]).toEqual([4, { asked: 1, proposed: 1, proven: 1 }]);
      const less = await scene.store.actions.counts(org, filter({ view: "open", showsNorthKorea: false }));
      expect([less.all, less.views.open, less.views["north-korea"]]).toEqual([3, 2, 0]);
    });

    test("lapse and are reminded of from their days on, and only where somebody still gets mails", async () => {
      const { id } = await opened({ state: "agreed", reliefUntil: "2026-03-01", remindOn: "2026-03-02" });
      const ask = { today: "2026-03-01", most: 9 };
      expect(await scene.store.actions.lapsed(org, ask)).toEqual([]);
      expect(await scene.store.actions.toRemind(org, ask)).toEqual([]);
      const next = { today: "2026-03-02", most: 9 };
      expect((await scene.store.actions.lapsed(org, next)).map((one) => one.id)).toEqual([id]);
      expect((await scene.store.actions.toRemind(org, next)).map((one) => one.id)).toEqual([id]);
      const invitation = scene.world.recipient.invitation.id;
      await scene.store.invitations.unsubscribe({ org, id: invitation, at: now, audit: anEvent() });
      expect(await scene.store.actions.toRemind(org, next)).toEqual([]);
      await change(id, 1, { reliefUntil: null });
      expect(await scene.store.actions.lapsed(org, next)).toEqual([]);
      expect((await scene.store.actions.planned(org, supplier)).map((one) => one.id)).toEqual([id]);
    });

    test("are proven by documents, each once, within their limits", async () => {
      const { id } = await opened({ state: "agreed" });
      const document = aDocument({ question: proofPlace(id) });
      const prove = (version: number, evidence = document, limits = roomyLimits) =>
        scene.store.actions.prove({
          ...{ org, id, version, set: { state: "proven" }, entry: anActionEntry({ step: "proof", side: "supplier" }) },
          ...{ evidence, limits, audit },
        });
      expect(await prove(1)).toMatchObject({ first: true });
      expect(await prove(1, { ...document, id: "again" })).toMatchObject({
        first: false,
        evidence: { id: document.id },
      });
      const other = aDocument({ question: proofPlace(id), sha256: "e".repeat(64) });
      await expect(prove(2, other, { ...roomyLimits, files: 1 })).rejects.toThrow(EvidenceFullError);
      expect(await scene.store.actions.get(org, id)).toMatchObject({ state: "proven", version: 2, proofs: 1 });
    });

    test("keep what happened whatever is erased, without what was typed", async () => {
      const { id } = await opened({ responsible: "Mr Li", ownStep: "We pay", state: "asked" });
      const said = { side: "supplier", step: "answered", text: "Ask Mr Li" } as const;
      const changes = { responsible: { from: "", to: "Mr Li" } };
      await change(id, 1, {}, { entry: anActionEntry({ ...said, changes }) });
      const { contact } = scene.world.recipient;
      const wrote = () => scene.store.persons.messages(org, { contacts: [contact.id], most: 9 });
      expect((await wrote()).map(({ text }) => text)).toEqual(["Ask Mr Li"]);
      await scene.store.persons.eraseContact({ org, id: contact.id, key: "key", at: now, audit: anEvent() });
      expect(await wrote()).toEqual([]);
      expect(await scene.store.actions.get(org, id)).toMatchObject({ responsible: "", ownStep: "Erased" });
      expect((await scene.store.actions.entries(org, id))[1]).toMatchObject({ step: "answered", text: "Erased" });
      expect(JSON.stringify(await scene.store.actions.entries(org, id))).not.toContain("Mr Li");
    });

    test("go with the submission that shows the gap", async () => {
      const { id } = await opened();
      await change(id, 1, { state: "asked" });
      await scene.store.retention.removeAttestation(aRemoval({ org, attestation }));
      expect(await scene.store.actions.get(org, id)).toBeUndefined();
      expect(await scene.store.actions.entries(org, id)).toEqual([]);
      const [removal] = await scene.store.retention.removals(org, [attestation]);
      expect(removal?.rows).toMatchObject({ actions: 1, action_entries: 2 });
    });
  });
}
