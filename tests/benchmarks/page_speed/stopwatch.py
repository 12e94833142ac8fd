"""Measures in the browser from a trigger until Streamlit has finished and what is expected is there."""

from __future__ import annotations

from playwright.sync_api import Page

WATCH = """
([trigger, expected]) => new Promise((resolve, reject) => {
  const app = document.querySelector("[data-testid=stApp]");
  const isThere = () => document.querySelector(expected) !== null;
  let hasRun = false;
  const look = () => {
    if (app.dataset.testScriptState !== "notRunning") hasRun = true;
    else if (hasRun && isThere()) {
      watcher.disconnect();
      clearTimeout(late);
      resolve(performance.now() - begun);
    }
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { attributes: true, childList: true, subtree: true });
  const late = setTimeout(() => { watcher.disconnect(); reject(new Error("nothing came of " + trigger)); }, 10000);
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


def milliseconds(page: Page, trigger: str, expected: str) -> float:
    """From the trigger ("rerun", or a selector to click) until the app rests and the expected selector is found."""
    found = float(page.evaluate(WATCH, [trigger, expected]))
    page.wait_for_timeout(QUIET_MS)
    return found
