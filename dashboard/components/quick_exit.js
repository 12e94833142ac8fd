const TWICE_WITHIN_MS = 700;
const SENT_AFTER_MS = 250;
const WAIT_AT_MOST_MS = 4000;
const LOOK_EVERY_MS = 40;

const isResting = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";

const after = (waitMs) => new Promise((resolve) => setTimeout(resolve, waitMs));

async function until(holds) {
  const end = Date.now() + WAIT_AT_MOST_MS;
  while (!holds() && Date.now() < end) await after(LOOK_EVERY_MS);
}

function cover(title) {
  const sheet = document.createElement("div");
  sheet.style.cssText = "position:fixed;inset:0;z-index:2147483647;background:#fff";
  document.body.append(sheet);
  setInterval(() => { document.title = title; }, LOOK_EVERY_MS);
}

function replacePage(title) {
  const blank = document.implementation.createHTMLDocument(title).documentElement.outerHTML;
  const address = URL.createObjectURL(new Blob(["<!doctype html>", blank], { type: "text/html" }));
  window.location.replace(address);
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const button = parentElement.querySelector("button");
  const state = (button.fbState ??= { escapedAt: 0, isLeaving: false, isOpen: false });
  button.textContent = data.label;
  button.title = data.hint;
  state.isOpen = data.is_open;

  state.leave = async () => {
    if (state.isLeaving) return;
    state.isLeaving = true;
    cover(data.title);
    if (state.isOpen) {
      document.activeElement?.blur?.();
      document.dispatchEvent(new Event("fb-send-now"));
      await after(SENT_AFTER_MS);
      await until(isResting);
      setTriggerValue("leave", true);
      await until(() => !state.isOpen);
    }
    replacePage(data.title);
  };

  if (state.isListening) return;
  state.isListening = true;
  const whenKey = (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    const now = Date.now();
    if (now - state.escapedAt < TWICE_WITHIN_MS) state.leave();
    state.escapedAt = now;
  };
  window.addEventListener("keydown", whenKey, true);
  button.addEventListener("click", () => state.leave());

  return () => {
    state.isOpen = false;
    state.isListening = false;
    window.removeEventListener("keydown", whenKey, true);
  };
}
