const AFTER_TURNING_MS = 600;
const ASK_AGAIN_MS = 3000;
const MOST_TRIES = 5;
const STREAMLITS_MAIN = ".stMain";
const NARROW_PX = 768;

function followColourMode(state) {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  // Typed text goes first, and Streamlit turns its own colours before it is asked for the page again.
  const ask = () => {
    const wanted = query.matches ? "dark" : "light";
    if (!state.isWatching || state.drawnFor === wanted || state.tries >= MOST_TRIES) return;
    state.tries += 1;
    state.ask("changed", true);
    state.timer = setTimeout(ask, ASK_AGAIN_MS);
  };
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
  };
}

function shownView() {
  const title = document.querySelector(`${STREAMLITS_MAIN} h1`);
  if (!title) return null;
  const view = title.closest("[class*=st-key-view-]")?.className.match(/st-key-view-[\w-]+/)?.[0];
  return [window.location.pathname, view, title.textContent].join("\n");
}

function beginAtTheTop() {
  let latest = shownView();
  const watching = new MutationObserver(() => {
    const now = shownView();
    if (now === null || now === latest) return;
    latest = now;
    document.querySelector(STREAMLITS_MAIN).scrollTo({ top: 0, behavior: "instant" });
  });
  watching.observe(document.body, { subtree: true, childList: true, characterData: true });
  return () => watching.disconnect();
}

function closePhoneMenu() {
  const whenChosen = (event) => {
    const isChoice = event.target.closest?.("[data-testid=stSidebarNavLink]");
    if (!isChoice || window.innerWidth >= NARROW_PX) return;
    setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click(), 50);
  };
  document.addEventListener("click", whenChosen);
  return () => document.removeEventListener("click", whenChosen);
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const mark = parentElement.querySelector("span");
  const state = (mark.fbState ??= { drawnFor: "", tries: 0, timer: null, isWatching: false });
  if (state.drawnFor !== data.mode) state.tries = 0;
  state.drawnFor = data.mode;
  state.ask = setTriggerValue;
  if (state.isWatching) return;
  state.isWatching = true;
  const ends = [followColourMode(state), beginAtTheTop(), closePhoneMenu()];
  return () => {
    state.isWatching = false;
    ends.forEach((end) => end());
  };
}
