const SEND_AFTER_MS = 2000;
const SEND_AT_LEAST_EVERY_MS = 4000;

// Streamlit says what it is told by a timer of no time at all, which a page that goes may not live to see.
function atOnce(send) {
  const later = window.setTimeout;
  const due = [];
  window.setTimeout = (run, wait, ...given) => (wait ? later(run, wait, ...given) : due.push(() => run(...given)));
  try {
    send();
  } finally {
    window.setTimeout = later;
  }
  due.forEach((run) => run());
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const label = parentElement.querySelector("label");
  const area = parentElement.querySelector("textarea");
  const state = (area.fbState ??= { token: null, sent: null, timer: null, since: 0 });
  const typedAlready = state.token === null ? area.value : "";

  label.firstElementChild.textContent = data.label;
  area.setAttribute("aria-label", data.label);
  area.placeholder = data.placeholder ?? "";
  area.style.minHeight = `${data.lines * 1.6 + 1.4}em`;

  if (state.token !== data.token) {
    state.token = data.token;
    area.value = data.value + typedAlready;
    state.sent = data.value;
  }

  state.send = () => {
    clearTimeout(state.timer);
    state.timer = null;
    state.since = 0;
    if (area.value !== state.sent) {
      state.sent = area.value;
      setStateValue("typed", { token: state.token, text: area.value });
    }
  };

  if (state.listening) return;
  state.listening = true;

  area.addEventListener("input", () => {
    const now = Date.now();
    state.since ||= now;
    clearTimeout(state.timer);
    const wait = Math.min(SEND_AFTER_MS, Math.max(0, state.since + SEND_AT_LEAST_EVERY_MS - now));
    state.timer = setTimeout(() => state.send(), wait);
  });
  area.addEventListener("blur", () => state.send());
  const whenPressed = (event) => event.target !== area && state.send();
  const whenGoing = () => atOnce(() => state.send());
  const whenHidden = () => document.visibilityState === "hidden" && whenGoing();
  const whenLeaving = () => state.send();
  document.addEventListener("visibilitychange", whenHidden);
  document.addEventListener("pointerdown", whenPressed, true);
  window.addEventListener("popstate", whenLeaving, true);
  window.addEventListener("beforeunload", whenGoing);
  window.addEventListener("pagehide", whenGoing);
  document.addEventListener("fb-send-now", whenLeaving);
  if (typedAlready) state.timer = setTimeout(() => state.send(), SEND_AFTER_MS);

  return () => {
    state.send();
    document.removeEventListener("visibilitychange", whenHidden);
    document.removeEventListener("pointerdown", whenPressed, true);
    window.removeEventListener("popstate", whenLeaving, true);
    window.removeEventListener("beforeunload", whenGoing);
    window.removeEventListener("pagehide", whenGoing);
    document.removeEventListener("fb-send-now", whenLeaving);
  };
}
