// Keeps what is typed while a page is open: some seconds after the last change, and when the page is left.
// The page works without it. What it sends is kept as typed; only the page's own button makes it an answer.
(() => {
  const form = document.getElementById("page");
  const places = document.querySelectorAll("#saved span, .kept");
  document.querySelector(".problem")?.focus();
  if (!form?.dataset.kept) return;
  const waitMs = 4000;
  let timer;
  let sent = read();
  let leaving = false;

  function read() {
    return new URLSearchParams(new FormData(form)).toString();
  }

  function say(text) {
    // The tick stands for what is saved.
    document.querySelector("#saved svg")?.remove();
    for (const place of places) place.textContent = text;
  }

  async function keep() {
    clearTimeout(timer);
    const now = read();
    if (leaving || now === sent) return;
    sent = now;
    const body = new URLSearchParams(now);
    body.set("then", "typing");
    try {
      const answer = await fetch(location.pathname, { method: "POST", body, keepalive: now.length < 60000 });
      say(answer.ok ? form.dataset.kept : form.dataset.lost);
      if (!answer.ok) sent = "";
    } catch {
      // No network: tried again at the next change.
      sent = "";
      say(form.dataset.lost);
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, waitMs);
  });
  form.addEventListener("submit", () => {
    leaving = true;
  });
  addEventListener("pageshow", () => {
    leaving = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
})();
