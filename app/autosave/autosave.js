// Saves what is typed: in this browser at once, on the server some seconds after the last change and when the page is left. What
// is right and complete is saved as the answer, anything else is kept as typed. What could not be sent waits in this browser and
// is sent from whichever page is open when the line is back. The page works without it.
(() => {
  const [, attestation, path] = /^(\/attest\/[^/]+)\/?(.*)$/.exec(location.pathname) ?? [];
  const { saved, waiting, notOpened } = document.currentScript.dataset;
  const { lang } = document.documentElement;
  const form = document.getElementById("page");
  const places = document.querySelectorAll("#saved span, .kept");
  const problem = document.querySelector(".problem");
  const theirs = document.querySelector("[data-drop]");
  const unsent = document.getElementById("unsent");
  const own = new Set(["basedOn", "from", "seen"]);
  const name = (of) => `avow ${attestation} ${of}`;
  problem?.focus();
  if (!attestation) return;

  // A browser may forbid storage altogether.
  const store = (work) => {
    try {
      return work(localStorage);
    } catch {}
  };
  const keysAfter = (start) =>
    (store(Object.keys) ?? []).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  const drop = (of = path) => store((all) => all.removeItem(name(of)));
  const put = (of, left) => store((all) => all.setItem(name(of), JSON.stringify(left)));
  const find = (of) => store((all) => JSON.parse(all.getItem(name(of))));
  const revision = (of) => Number(new RegExp(`(?:^| )${of.split("/")[0]}\\.(\\d+)`).exec(saved)?.[1] ?? 0);

  /** Whether what was sent from a page is saved by now: not while it is shown again, because it could not be. */
  function isSaved(of) {
    if (of === path && (problem || theirs)) return false;
    const { sent, base } = find(of);
    return sent && revision(of) > base;
  }

  // A page that was kept for reading without a line may be older than what this browser saved from it since.
  const newest = (of) => `avow-newest ${attestation} ${of}`;
  function keepNewest(of, base, body) {
    if (!of.includes("/")) store((all) => all.setItem(newest(of), JSON.stringify({ base, body })));
  }
  const forgetNewest = () => keysAfter(newest("")).forEach((of) => void store((all) => all.removeItem(newest(of))));

  /** Forgets what reached the server, and what was signed since. */
  function forgetSaved(of) {
    const isOver = saved === "signed";
    if (!isOver && !isSaved(of)) return;
    const { base, body } = find(of);
    drop(of);
    if (!isOver && revision(of) === base + 1) keepNewest(of, base + 1, body);
  }

  keysAfter(name("")).forEach(forgetSaved);
  if (saved === "signed") forgetNewest();
  for (const leaves of document.querySelectorAll('form[action$="/done"]'))
    leaves.addEventListener("submit", forgetNewest);
  theirs?.addEventListener("click", () => drop());
  unsent.lastChild.addEventListener("click", () => {
    pause = 4000;
    say("…");
    dispatchEvent(new Event("online"));
  });

  // Opened pages can be read without a line. A browser may have no workers, or none here.
  navigator.serviceWorker?.register("/attest-offline.js", { scope: "/attest/" }).catch(() => {});

  const isOwn = form?.dataset.kept;

  function say(words) {
    // The tick stands for what is saved.
    document.querySelector("#saved svg")?.remove();
    for (const place of places) place.textContent = words;
  }

  const make = (tag, values) => Object.assign(document.createElement(tag), values);

  /** Says something above the page, at once and aloud. */
  function alertOf(words, className, ...more) {
    const note = make("div", { className });
    note.setAttribute("role", "alert");
    note.append(make("p", { textContent: words }), ...more);
    (isOwn ? form : document.querySelector(".page-main")).prepend(note);
  }

  let failed = !isOwn;
  /** Pages of which this browser keeps something that did not reach the server: this one only once sending it failed. */
  const missing = () => keysAfter(name("")).filter((of) => of !== path || failed);

  /** Which answers this browser keeps that did not reach the server; what became of them is said aloud beside it. */
  function sayWhere() {
    const codes = [...new Set(missing().map((of) => of.split("/")[0]))].filter((of) => /^[A-Z]/.test(of));
    codes.sort(new Intl.Collator("en", { numeric: true }).compare);
    unsent.hidden = !codes[0];
    const list = Intl.ListFormat ? new Intl.ListFormat(lang).format(codes) : codes.join(", ");
    unsent.firstChild.textContent = unsent.dataset.text.replace("#", list);
  }

  /** Those that are sent again: not where a person has to choose. */
  const waitingPages = () => missing().filter((of) => !find(of).stale);

  function sayWaiting() {
    const count = waitingPages().length || 1;
    const forms = JSON.parse(waiting);
    say((forms[new Intl.PluralRules(lang).select(count)] ?? forms.other).replace("#", count));
    sayWhere();
  }

  let sending = false;
  let pause = 4000;
  let again;

  /** Sends what other pages left behind, one after the other, until the line or the server fails. */
  async function sendWaiting() {
    if (sending) return;
    sending = true;
    let note;
    for (const of of waitingPages().filter((one) => one !== path || !isOwn)) {
      const sent = await sendLeft(of);
      note = sent?.note ?? note;
      if (!sent) {
        clearTimeout(again);
        again = setTimeout(sendWaiting, pause);
        pause = Math.min(pause * 2, 60000);
        break;
      }
    }
    sending = false;
    sayWhere();
    if (waitingPages().length > 0) sayWaiting();
    else if (note) say(note);
  }

  /** What became of a page that was left behind; undefined where it has to be tried again later. */
  async function sendLeft(of) {
    const left = find(of);
    // Another tab sent it meanwhile.
    if (!left) return {};
    const { body } = left;
    const { base, ...sent } = await sendAfter(of, left, (base) => put(of, { base, body, unanswered: body }));
    // Another tab may have stored something newer meanwhile.
    if (isTaken(sent.status) && find(of)?.body === body) drop(of);
    if (isTaken(sent.status)) return sent;
    if (isForLater(sent.status)) return undefined;
    // Shown beside what is saved the next time that page is opened.
    put(of, { base, body, stale: true });
    return sent;
  }

  const isTaken = (status) => status === 200 || status === 204;
  const isForLater = (status) => status === 0 || status >= 500 || status === 401 || status === 429;
  /** Whether it may have been saved all the same: 507 says that it was not. */
  const isLost = (status) => status !== 507 && (status === 0 || status >= 500);

  /**
   * Sends a page as saved by itself. What was sent from it before and never answered goes first: if it was saved, the page is
   * based on it, and saved again it is saved once. `onBase` is called with the revision that the page itself is sent on.
   */
  async function sendAfter(of, { base, unanswered, body, seen }, onBase) {
    if (unanswered && unanswered !== body) {
      const before = await send(of, { base, body: unanswered, seen });
      if (isForLater(before.status)) return { ...before, base };
      base = before.revision ?? base;
    }
    onBase(base);
    return { base, ...(await send(of, { base, body, seen })) };
  }

  /** @returns status 0 where no answer came; `note`: when it was saved, in words */
  async function send(of, { base, body, seen }, signal) {
    const fields = new URLSearchParams(body);
    fields.set("basedOn", base);
    fields.set("then", "typing");
    if (seen) fields.set("seen", seen);
    const answer = await fetch(`${attestation}/${of}`, {
      method: "POST",
      body: fields,
      keepalive: String(fields).length < 60000,
      signal,
    }).catch(() => ({ status: 0 }));
    const told = answer.status === 200 ? await answer.json().catch(() => ({})) : {};
    if (told.revision !== undefined) keepNewest(of, told.revision, body);
    return { status: answer.status, note: told.saved, revision: told.revision };
  }

  if (location.hash === "#not-opened") alertOf(notOpened, "note");
  addEventListener("online", sendWaiting);
  sendWaiting();
  if (!isOwn) return;

  const text = form.dataset;
  let base = Number(form.elements.basedOn.value);
  let sent = read();
  /** What was sent on this base and never answered. */
  let unanswered;
  let wait = 4000;
  let timer;
  let leaving = false;
  let busy = false;

  function read() {
    const all = new URLSearchParams(new FormData(form));
    for (const key of own) all.delete(key);
    return all.toString();
  }

  function remember(more) {
    const body = read();
    if (body === sent && !problem && !busy) return drop();
    put(path, { base, body, unanswered, ...more });
  }

  /** Says that there are two answers, with a button that shows both. */
  function offer(onPress) {
    if (document.querySelector(".two-answers")) return;
    const button = make("button", { type: "button", className: "button button-second", textContent: text.both });
    button.addEventListener("click", onPress);
    alertOf(text.stale, "note two-answers", button);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(keep, wait);
  }

  async function keep() {
    clearTimeout(timer);
    const now = read();
    if (leaving || busy || now === sent) return;
    busy = true;
    const { status, note, revision } = await sendAfter(path, { base, unanswered, body: now, seen: seen() }, (newer) => {
      rebase(newer);
      unanswered = now;
      remember();
    });
    if (busy !== "asking") busy = false;
    // Then going back to the answer before it is a change too.
    if (isLost(status)) sent = "";
    else if (unanswered === now) unanswered = undefined;
    if (isTaken(status)) return isKept(now, note, revision);
    refused(status);
  }

  const seen = () => form.elements.seen?.value;

  function rebase(revision) {
    base = revision;
    form.elements.basedOn.value = revision;
  }

  function isKept(now, note, revision) {
    sent = now;
    wait = 4000;
    if (revision !== undefined) rebase(revision);
    say(note ?? text.kept);
    failed = false;
    pause = 4000;
    if (read() === now) drop();
    else if (!leaving) {
      remember();
      later();
    }
    sendWaiting();
  }

  function refused(status) {
    failed = true;
    sayWhere();
    if (status === 0) sayWaiting();
    else say({ 401: text.ended, 409: text.stale }[status] ?? text.refused);
    if (status === 409) offer(() => form.requestSubmit());
    // What no second try can change waits for the next change of the page.
    if (!isForLater(status)) return;
    wait = Math.min(wait * 2, 60000);
    later();
  }

  /** Sends what was never answered once more, so that the page can be sent on top of it. Whether the line held. */
  async function settle() {
    if (!unanswered || unanswered === read()) return true;
    const before = { base, body: unanswered, seen: seen() };
    const { status, revision } = await send(path, before, AbortSignal.timeout?.(10000));
    rebase(revision ?? base);
    if (isTaken(status)) unanswered = undefined;
    return !isLost(status);
  }

  function fill(body) {
    const typed = new URLSearchParams(body);
    const values = new Map([...typed.keys()].map((key) => [key, typed.getAll(key)]));
    const fields = [...form.elements].filter(({ name, type }) => name && !own.has(name) && type !== "submit");
    for (const field of fields) {
      const given = values.get(field.name) ?? [];
      if (/radio|checkbox/.test(field.type)) field.checked = given.includes(field.value);
      else field.value = given.shift() ?? "";
    }
    // A comment stands in a fold.
    for (const area of form.querySelectorAll("details textarea")) area.closest("details").open ||= area.value;
  }

  function sendApart({ base, body }) {
    const apart = make("form", { method: "post" });
    for (const [name, value] of [...new URLSearchParams(body), ["basedOn", base]])
      apart.append(make("input", { type: "hidden", name, value }));
    document.body.append(apart);
    apart.submit();
  }

  const ownNewest = problem ? undefined : store((all) => JSON.parse(all.getItem(newest(path))));
  if (ownNewest?.base > base) {
    fill(ownNewest.body);
    rebase(ownNewest.base);
    sent = read();
  }
  // What was left empty has just been filled in by the server.
  const left = problem || "copied" in text ? undefined : find(path);
  if (left) bringBack(left);

  function bringBack(left) {
    const { body, stale, unanswered: before } = left;
    if (body === sent && (!before || before === body)) drop();
    else if ((stale || (left.base < base && !before)) && !path.endsWith("/new")) offer(() => sendApart(left));
    else {
      fill(body);
      say(text.back);
      rebase(left.base);
      unanswered = before;
      if (!before) return later();
      // Whether what the page shows is on record is not known before it is sent again.
      sent = "";
      keep();
    }
  }

  form.addEventListener("input", () => {
    remember();
    later();
  });
  form.addEventListener("submit", async (event) => {
    if (leaving || !form.requestSubmit) {
      leaving = true;
      return remember({ sent: true, unanswered: read() });
    }
    // Without a line the browser would show a page of its own in place of what was typed.
    event.preventDefault();
    if (busy === "asking") return;
    busy = "asking";
    remember();
    say("…");
    const line = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout?.(10000) }).catch(
      () => undefined,
    );
    const isReady = line && (await settle());
    busy = false;
    if (isReady) {
      leaving = true;
      return form.requestSubmit(event.submitter);
    }
    failed = true;
    sayWaiting();
    sent = "";
    later();
  });
  addEventListener("pageshow", () => {
    leaving = false;
  });
  addEventListener("online", keep);
  document.addEventListener("visibilitychange", keep);
})();
