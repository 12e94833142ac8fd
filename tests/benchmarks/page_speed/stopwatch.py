"""Measures in the browser from a trigger until Streamlit has finished and what is expected is there."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

LISTEN = """
window.fbHeard = { count: 0, at: 0 };
window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", () => {
      window.fbHeard = { count: window.fbHeard.count + 1, at: performance.now() };
    });
  }
};
"""
# A fragment can be done before the page has shown that it runs: then the last change counts, once nothing more comes.
WATCH = """
([trigger, expected]) => new Promise((resolve, reject) => {
  const app = document.querySelector("[data-testid=stApp]");
  const before = window.fbHeard.count;
  let hasRun = false;
  let changedAt = 0;
  const rests = () => app.dataset.testScriptState === "notRunning" && document.querySelector(expected) !== null;
  const end = (answer) => {
    watcher.disconnect();
    clearInterval(looking);
    clearTimeout(late);
    answer();
  };
  const watcher = new MutationObserver(() => {
    changedAt = performance.now();
    if (app.dataset.testScriptState !== "notRunning") hasRun = true;
    else if (hasRun && rests()) end(() => resolve(changedAt - begun));
  });
  watcher.observe(document.body, { attributes: true, childList: true, subtree: true });
  const looking = setInterval(() => {
    const { count, at } = window.fbHeard;
    const last = Math.max(at, changedAt);
    if (!hasRun && count >= before + 2 && performance.now() - last > 300 && rests()) end(() => resolve(last - begun));
  }, 50);
  const late = setTimeout(() => end(() => reject(new Error("nothing came of " + trigger))), 20000);
  const begun = performance.now();
  if (trigger === "rerun") {
    const key = { key: "r", code: "KeyR", keyCode: 82, which: 82, bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", key));
    document.body.dispatchEvent(new KeyboardEvent("keyup", key));
  } else document.querySelector(trigger).click();
})
"""
RERUN = "rerun"
QUIET_MS = 250


def listen(context: BrowserContext) -> None:
    """Let the pages of this window count what the server sends."""
    context.add_init_script(LISTEN)


def milliseconds(page: Page, trigger: str, expected: str) -> float:
    """From the trigger ("rerun", or a selector to click) until the app rests and the expected selector is found."""
    found = float(page.evaluate(WATCH, [trigger, expected]))
    page.wait_for_timeout(QUIET_MS)
    return found
