const AFTER_TURNING_MS = 600;
const ASK_AGAIN_MS = 3000;
const MOST_TRIES = 5;

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const mark = parentElement.querySelector("span");
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  const state = (mark.fbState ??= { drawnFor: "", tries: 0, timer: null, isListening: false });
  if (state.drawnFor !== data.mode) state.tries = 0;
  state.drawnFor = data.mode;
  state.ask = setTriggerValue;

  // Typed text goes first, and Streamlit turns its own colours before it is asked for the page again.
  const ask = () => {
    const wanted = query.matches ? "dark" : "light";
    if (!state.isListening || state.drawnFor === wanted || state.tries >= MOST_TRIES) return;
    state.tries += 1;
    state.ask("changed", true);
    state.timer = setTimeout(ask, ASK_AGAIN_MS);
  };
  if (state.isListening) return;
  state.isListening = true;
  const whenTurned = () => {
    document.dispatchEvent(new Event("fb-send-now"));
    state.tries = 0;
    clearTimeout(state.timer);
    state.timer = setTimeout(ask, AFTER_TURNING_MS);
  };
  query.addEventListener("change", whenTurned);
  return () => {
    clearTimeout(state.timer);
    query.removeEventListener("change", whenTurned);
    state.isListening = false;
  };
}
