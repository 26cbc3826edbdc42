import { type RefObject, useEffect } from "react";
import { areSingleKeysOn } from "#app/components/team/tables/use-single-keys";

const typing = "input:not([type=checkbox]), select, textarea, [contenteditable]";

/** Whether a key means something else: it is typed somewhere, stands for a shortcut, or a dialog is open. */
function isTaken({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || !areSingleKeysOn()) return true;
  return (target instanceof Element && target.matches(typing)) || document.querySelector("dialog[open]") !== null;
}

/** Nothing has the focus: the page was just opened, or the main text was jumped to. */
function isNowhere(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.id === "main";
}

function steps(key: string): number {
  if (key === "ArrowDown" || key === "j") return 1;
  if (key === "ArrowUp" || key === "k") return -1;
  return 0;
}

/**
 * Keys for whoever works through the table all day: `/` goes to the search field, and inside the table arrows or j and k
 * go from supplier to supplier, which Enter opens and `x` ticks. They do so from a fresh page too, where nothing has the focus yet; from
 * anything else outside the table nothing but `/` is taken, so a screen reader's own keys keep working.
 */
export function useRowKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isTaken(event)) return;
      if (event.key === "/") return toSearch(event);
      const { activeElement: now } = document;
      if (box.current && (isNowhere(now) || box.current.contains(now))) inTable(event, box.current);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [box]);
}

function inTable(event: KeyboardEvent, box: HTMLElement) {
  const by = steps(event.key);
  if (event.key === "x") tick(event);
  if (by !== 0) move(event, box, by);
}

function toSearch(event: KeyboardEvent) {
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

function move(event: KeyboardEvent, box: HTMLElement, by: number) {
  const rows = [...box.querySelectorAll<HTMLAnchorElement>("[data-row]")];
  const now = rows.findIndex((row) => row.closest("tr")?.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, now + by))];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.closest("tr")?.scrollIntoView({ block: "nearest" });
}

/** Ticks the row that has the focus, or takes the tick off. A press, so that whoever counts the ticks hears of it. */
function tick(event: KeyboardEvent) {
  const boxOfRow = document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("input[name=ids]");
  if (!boxOfRow) return;
  event.preventDefault();
  boxOfRow.click();
}

/** Does something at `?`, from wherever nothing is typed. */
export function useHelpKey(help: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== "?" || isTaken(event)) return;
      event.preventDefault();
      help();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [help]);
}
