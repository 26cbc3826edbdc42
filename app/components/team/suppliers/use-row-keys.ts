import { type RefObject, useEffect } from "react";

const typing = "input, select, textarea, [contenteditable]";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(typing);
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
 * go from supplier to supplier, which Enter opens. They do so from a fresh page too, where nothing has the focus yet; from
 * anything else outside the table nothing but `/` is taken, so a screen reader's own keys keep working.
 */
export function useRowKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "/") return toSearch(event);
      const by = steps(event.key);
      const { activeElement: now } = document;
      if (by !== 0 && box.current && (isNowhere(now) || box.current.contains(now))) move(event, box.current, by);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [box]);
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
