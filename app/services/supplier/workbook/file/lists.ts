import type { SheetList } from "#questionnaires/workbook/sheets";

/** The lists that cells are chosen from, each kept once. */
export class Lists {
  private readonly known = new Map<string, SheetList>();

  /** The name of a list with these labels. */
  of(labels: readonly string[]): string {
    return this.keep(JSON.stringify(labels), (name) => ({ name, labels }));
  }

  /** The name of a list that is read from cells of the workbook itself. */
  from(cells: string): string {
    return this.keep(cells, (name) => ({ name, from: cells }));
  }

  get all(): readonly SheetList[] {
    return [...this.known.values()];
  }

  private keep(key: string, make: (name: string) => SheetList): string {
    const list = this.known.get(key) ?? make(`list${this.known.size + 1}`);
    this.known.set(key, list);
    return list.name;
  }
}
