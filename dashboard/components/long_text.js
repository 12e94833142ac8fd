const SEND_AFTER_MS = 2000;
const SEND_AT_LEAST_EVERY_MS = 4000;

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
  const whenHidden = () => document.visibilityState === "hidden" && state.send();
  const whenLeaving = () => state.send();
  document.addEventListener("visibilitychange", whenHidden);
  document.addEventListener("pointerdown", whenPressed, true);
  window.addEventListener("popstate", whenLeaving, true);
  window.addEventListener("beforeunload", whenLeaving);
  window.addEventListener("pagehide", whenLeaving);
  document.addEventListener("fb-send-now", whenLeaving);
  if (typedAlready) state.timer = setTimeout(() => state.send(), SEND_AFTER_MS);

  return () => {
    state.send();
    document.removeEventListener("visibilitychange", whenHidden);
    document.removeEventListener("pointerdown", whenPressed, true);
    window.removeEventListener("popstate", whenLeaving, true);
    window.removeEventListener("beforeunload", whenLeaving);
    window.removeEventListener("pagehide", whenLeaving);
    document.removeEventListener("fb-send-now", whenLeaving);
  };
}
