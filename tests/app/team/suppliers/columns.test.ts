import { describe, expect, it } from "vitest";
import { exportSuppliers, exportSuppliersWorkbook } from "#app/services/team/suppliers/export-suppliers";
import { readSupplierView, supplierAddress } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { usualColumns } from "#terms/suppliers/supplier-columns";
import { asPerson } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { aScene, as, type Scene, sign, workedAnswers } from "./scene";

const asked = (query = "") => readSupplierView(new URLSearchParams(query));
function restrictedIn({ ctx, organisation }: Scene) {
  return asPerson(ctx, { user: aUser({ org: organisation.id, role: "viewer", readsNorthKorea: false }), organisation });
}
const addressOf = (query: string) => supplierAddress(asked(query));

describe("the columns of a view", () => {
  it("stand in a short address, in their order, without doubles and without what is none", () => {
    expect(addressOf("cols=tiers.rating.tiers.nothing.name&rows=tight")).toBe(
      "/suppliers?cols=tiers.rating&rows=tight",
    );
    expect(addressOf("cols=nothing")).toBe("/suppliers");
    expect(addressOf(`cols=${usualColumns.join(".")}`)).toBe("/suppliers");
  });

  it("are moved by the buttons of the form, at the ends not at all", () => {
    const boxes = "col=rating&col=tiers&col=signed";
    expect(addressOf(`${boxes}&up=signed`)).toBe("/suppliers?cols=rating.signed.tiers");
    expect(addressOf(`${boxes}&down=rating`)).toBe("/suppliers?cols=tiers.rating.signed");
    expect(addressOf(`${boxes}&up=rating`)).toBe("/suppliers?cols=rating.tiers.signed");
    expect(addressOf(`${boxes}&down=driver`)).toBe("/suppliers?cols=rating.tiers.signed");
  });

  it("are those that somebody may see, and go along with every link", async () => {
    const scene = await aScene();
    await sign(scene, scene.recipient, workedAnswers());
    const view = asked("cols=dprk.tiers.actions&rows=tight&band=critical");
    const seen = await listSuppliers(as(scene, "viewer"), view);
    expect(seen.columns).toEqual(["name", "dprk", "tiers", "actions"]);
    expect(seen.bands.high.href).toContain("cols=dprk.tiers.actions&rows=tight");
    expect(seen.filters.kept).toContainEqual({ name: "cols", value: "dprk.tiers.actions" });
    const restricted = await listSuppliers(restrictedIn(scene), view);
    expect(restricted.columns).toEqual(["name", "tiers"]);
    expect(restricted.choice.others).toEqual(["rating", "signed", "expected", "owner", "tags"]);
    expect(JSON.stringify(restricted)).not.toMatch(/dprk|actions/);
  });
});

describe("the export of what a view shows", () => {
  const heads = async (query: string, restricted = false) => {
    const scene = await aScene();
    await sign(scene, scene.recipient, workedAnswers());
    const ctx = restricted ? restrictedIn(scene) : as(scene, "viewer");
    const file = await exportSuppliers(ctx, { ...asked(query), isShown: true });
    const lines: string[] = [];
    for await (const line of file.lines) lines.push(line.trim());
    return { head: lines[0]?.split(",") ?? [], cells: lines[1]?.split(",") ?? [] };
  };

  it("has the columns that are shown, in their order, with who it is at the ends", async () => {
    const { head, cells } = await heads("cols=actions.tiers.confidence");
    expect(head.slice(0, 6)).toEqual([
      "supplier_ref",
      "supplier_name",
      "external_id",
      "country",
      "country_name",
      "place",
    ]);
    expect(head.slice(6)).toEqual(["open_actions", "country_tiers", "confidence", "unproven", "supplier_id"]);
    expect(cells[6]).toBe("0");
  });

  it("leaves out what tells of North Korean labour for whoever may not see it", async () => {
    const { head } = await heads("cols=dprk.driver.tiers.findings.answered", true);
    expect(head.slice(6)).toEqual(["country_tiers", "supplier_id"]);
  });

  it("keeps days and numbers what they are in a workbook", async () => {
    const scene = await aScene();
    const { score } = await sign(scene, scene.recipient, workedAnswers());
    const { body } = await exportSuppliersWorkbook(as(scene, "viewer"), {
      ...asked("cols=rating.signed"),
      isShown: true,
    });
    const { readXlsx } = await import("hucre/xlsx");
    const book = await readXlsx(new Uint8Array(await new Response(body).arrayBuffer()));
    const [head = [], row = []] = book.sheets[0]?.rows ?? [];
    expect(row[head.indexOf("score")]).toBe(score);
    expect(row[head.indexOf("signed_at_utc")]).toBeInstanceOf(Date);
  });
});
