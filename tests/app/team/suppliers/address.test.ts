import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  filterOf,
  readSupplierView,
  sortedBy,
  supplierAddress,
} from "#app/services/team/suppliers/filters/supplier-filter";

const view = (address: string) => readSupplierView(new URL(address, "http://own.invalid").searchParams);

describe("the address of a suppliers view", () => {
  it("shows the highest rating first when it says nothing", () => {
    expect(view("/suppliers")).toMatchObject({ bands: [], sort: "rating", direction: "down", page: 1 });
  });

  it.each([
    ["a sort in SQL", "sort=name;drop table suppliers--"],
    ["a sort that every object has", "sort=__proto__&dir=constructor"],
    ["a page of zero", "page=0"],
    ["a page of less", "page=-3"],
    ["a page with decimals", "page=1.5"],
    ["a page that is no number", "page=1e9"],
    ["a page longer than any number", `page=${"9".repeat(400)}`],
    ["bands that do not exist", "band=worst&band=' or 1=1"],
    ["a state that does not exist", "dprk=maybe"],
    ["a tier that does not exist", "tier=4"],
    ["a confidence that does not exist", "confidence=0-100"],
    ["a country that is a sentence", "country=North%20Korea"],
    ["a campaign that is a path", "campaign=../../etc"],
  ])("takes %s for nothing said", (_what, query) => {
    expect(view(`/suppliers?${query}`)).toEqual(view("/suppliers"));
  });

  it("takes the first sensible one of repeated values", () => {
    expect(view("/suppliers?sort=nonsense&sort=signed&dprk=&dprk=present&page=x&page=3")).toMatchObject({
      sort: "signed",
      dprk: "present",
      page: 3,
    });
  });

  it("reads five thousand parameters in no time, and only what they say", () => {
    const noise = "band=worst&sort=__proto__&country=North%20Korea&x[y]=1&".repeat(1_250);
    const started = performance.now();
    expect(view(`/suppliers?${noise}band=high`)).toEqual(view("/suppliers?band=high"));
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("keeps wildcards of a search as they were typed and cuts only what is absurd", () => {
    expect(view("/suppliers?q=%25_%5C").search).toBe("%_\\");
    expect(view(`/suppliers?q=${"a".repeat(5000)}`).search).toHaveLength(200);
    expect(view("/suppliers?q=%00%0A%20").search).toBeUndefined();
  });

  it("says the same view whichever way it is read and written", () => {
    fc.assert(
      fc.property(
        fc.record({
          q: fc.string(),
          band: fc.subarray(["critical", "high", "medium", "low", "none"]),
          dprk: fc.constantFrom("present", "unknown", "x"),
          sort: fc.constantFrom("name", "rating", "signed", "change", "1"),
          dir: fc.constantFrom("up", "down", ""),
          page: fc.integer().map(String),
        }),
        ({ band, ...rest }) => {
          const params = new URLSearchParams(rest);
          for (const one of band) params.append("band", one);
          const read = readSupplierView(params);
          expect(view(supplierAddress(read))).toEqual(read);
        },
      ),
    );
  });

  it("turns a column round on the second click and starts again on the first page", () => {
    const once = sortedBy(view("/suppliers?page=7"), "name");
    expect(once).toMatchObject({ sort: "name", direction: "up", page: 1 });
    expect(sortedBy(once, "name")).toMatchObject({ sort: "name", direction: "down", page: 1 });
  });

  it("asks the store for no more than one page, and for confidence in points", () => {
    expect(filterOf(view("/suppliers?confidence=50-74&pageSize=100000"))).toMatchObject({
      confidenceFrom: 50,
      confidenceBelow: 75,
      pageSize: 50,
    });
  });
});
