const AFTER_TURNING_MS = 600;

export default function (component) {
  const { parentElement, setTriggerValue } = component;
  const mark = parentElement.querySelector("span");
  if (mark.fbListening) return;
  mark.fbListening = true;
  const mode = window.matchMedia("(prefers-color-scheme: dark)");
  // Typed text goes first, and Streamlit turns its own colours before it is asked for the page again.
  const whenTurned = () => {
    document.dispatchEvent(new Event("fb-send-now"));
    setTimeout(() => mark.fbListening && setTriggerValue("changed", true), AFTER_TURNING_MS);
  };
  mode.addEventListener("change", whenTurned);
  return () => {
    mode.removeEventListener("change", whenTurned);
    mark.fbListening = false;
  };
}
