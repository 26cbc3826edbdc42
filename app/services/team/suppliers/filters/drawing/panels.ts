import { type TablePanel, tablePanels } from "#app/views/team/suppliers/suppliers-page";

/** The part beside the table that an address opens, so that it stays open without a script. */
export function readPanel(params: URLSearchParams): TablePanel | undefined {
  return tablePanels.find((panel) => panel === params.get("panel"));
}

/** An address of the table with a part beside it open. */
export function withPanel(address: string, panel: TablePanel | undefined): string {
  if (panel === undefined) return address;
  return `${address}${address.includes("?") ? "&" : "?"}panel=${panel}`;
}
