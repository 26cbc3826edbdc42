// Keeps what is typed: in this browser at once, on the server some seconds after the last change and when the page is left.
// The page works without it. What it sends is kept as typed; only the page's own button makes it an answer.
(() => {
  const [, attestation, path] = /^(\/attest\/[^/]+)\/?(.*)$/.exec(location.pathname) ?? [];
  const { saved } = document.currentScript.dataset;
  const form = document.getElementById("page");
  const places = document.querySelectorAll("#saved span, .kept");
  const problem = document.querySelector(".problem");
  const theirs = document.querySelector("[data-drop]");
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
  const drop = (of = path) => store((all) => all.removeItem(name(of)));
  const find = (of) => store((all) => JSON.parse(all.getItem(name(of))));
  const revision = (of) => Number(new RegExp(`(?:^| )${of.split("/")[0]}\\.(\\d+)`).exec(saved)?.[1] ?? 0);

  /** Whether what was sent from a page is saved by now: not while it is shown again, because it could not be. */
  function isSaved(of) {
    if (of === path && (problem || theirs)) return false;
    const { sent, base } = find(of);
    return sent && revision(of) > base;
  }

  const keys = (store(Object.keys) ?? []).filter((key) => key.startsWith(name("")));
  for (const of of keys.map((key) => key.slice(name("").length))) if (saved === "signed" || isSaved(of)) drop(of);
  theirs?.addEventListener("click", () => drop());
  if (!form?.dataset.kept) return;

  const text = form.dataset;
  const shown = read();
  const base = Number(form.elements.basedOn.value);
  let sent = shown;
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
    if (body === shown && !problem) return drop();
    store((all) => all.setItem(name(path), JSON.stringify({ base, body, ...more })));
  }

  function say(words) {
    // The tick stands for what is saved.
    document.querySelector("#saved svg")?.remove();
    for (const place of places) place.textContent = words;
  }

  /** Says that there are two answers, with a button that shows both. */
  function offer(onPress) {
    if (document.querySelector(".two-answers")) return;
    const note = document.createElement("div");
    note.className = "note two-answers";
    note.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = text.stale;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-second";
    button.textContent = text.both;
    button.addEventListener("click", onPress);
    note.append(words, button);
    form.before(note);
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
    const body = new URLSearchParams(new FormData(form));
    body.set("then", "typing");
    // No answer at all counts as 0.
    const { status } = await fetch(location.pathname, {
      method: "POST",
      body,
      keepalive: now.length < 60000,
    }).catch(() => ({ status: 0 }));
    busy = false;
    if (status === 204) {
      sent = now;
      wait = 4000;
      say(text.kept);
      if (read() === now) drop();
      else later();
      return;
    }
    refused(status);
  }

  function refused(status) {
    say({ 0: text.offline, 401: text.ended, 409: text.stale }[status] ?? text.refused);
    if (status === 409) offer(() => form.requestSubmit());
    // What no second try can change waits for the next change of the page.
    if (status && status < 500 && status !== 401 && status !== 429) return;
    wait = Math.min(wait * 2, 60000);
    later();
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
    for (const fold of form.querySelectorAll("details:has(textarea)"))
      fold.open ||= fold.querySelector("textarea").value;
  }

  function sendApart({ base, body }) {
    const apart = document.createElement("form");
    apart.method = "post";
    for (const [key, value] of [...new URLSearchParams(body), ["basedOn", base]]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: key, value });
      apart.append(field);
    }
    document.body.append(apart);
    apart.submit();
  }

  const left = problem ? undefined : find(path);
  if (left) bringBack(left);

  function bringBack(left) {
    if (left.body === shown) drop();
    else if (left.base < base && !path.endsWith("/new")) offer(() => sendApart(left));
    else {
      fill(left.body);
      say(text.back);
      later();
    }
  }

  form.addEventListener("input", () => {
    remember();
    later();
  });
  form.addEventListener("submit", async (event) => {
    if (leaving || !form.requestSubmit) {
      leaving = true;
      return remember({ sent: true });
    }
    // Without a line the browser would show a page of its own in place of what was typed.
    event.preventDefault();
    if (busy === "asking") return;
    busy = "asking";
    remember();
    say("…");
    const line = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(10000) }).catch(
      () => undefined,
    );
    busy = false;
    if (line) {
      leaving = true;
      return form.requestSubmit(event.submitter);
    }
    say(text.offline);
    sent = "";
    later();
  });
  addEventListener("pageshow", () => {
    leaving = false;
  });
  addEventListener("online", keep);
  document.addEventListener("visibilitychange", keep);
})();
