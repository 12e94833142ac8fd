const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];
const LOOK_EVERY_MS = 2000;
const TELL_EVERY_MS = 60000;
const SENT_AFTER_MS = 500;
const KEYS_REST_MS = 5000;
const TOLD_AFTER_MS = 1500;

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const mark = parentElement.querySelector("span");
  const state = (mark.fbState ??= { activeAt: Date.now(), toldAt: Date.now(), keyAt: 0, isWatching: false });
  state.limitMs = data.minutes * 60000;
  if (state.isWatching) return;
  state.isWatching = true;

  const whenUsed = (event) => {
    if (event.type === "keydown") state.keyAt = Date.now();
    if (Date.now() - state.activeAt < state.limitMs) state.activeAt = Date.now();
  };
  // Typed text is sent on its own, and a second message in the same moment could take its place: so not while typing.
  const isDue = (now) => now - state.keyAt > KEYS_REST_MS;
  const look = () => {
    const now = Date.now();
    if (now - state.activeAt >= state.limitMs) {
      clearInterval(timer);
      document.dispatchEvent(new Event("fb-send-now"));
      setTimeout(() => setTriggerValue("idle", true), SENT_AFTER_MS);
    } else if (state.activeAt > state.toldAt && isDue(now) && now - state.toldAt >= Math.min(TELL_EVERY_MS, state.limitMs / 4)) {
      state.toldAt = now;
      setTimeout(() => state.isWatching && setTriggerValue("active", true), TOLD_AFTER_MS);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const sign of SIGNS) window.addEventListener(sign, whenUsed, { capture: true, passive: true });

  return () => {
    clearInterval(timer);
    state.isWatching = false;
    for (const sign of SIGNS) window.removeEventListener(sign, whenUsed, { capture: true });
  };
}
