// Typed text is sent on its own, and a second message in the same moment could take its place.
const SENT_AFTER_MS = 500;

export default function (component) {
  const mark = component.parentElement.querySelector("span");
  mark.fbTell = () => mark.fbListening && component.setTriggerValue("again", true);
  if (mark.fbListening) return;
  mark.fbListening = true;
  const whenChosen = (event) => {
    const link = event.target.closest?.("[data-testid=stSidebarNavLink]");
    if (link?.pathname !== window.location.pathname) return;
    document.dispatchEvent(new Event("fb-send-now"));
    setTimeout(() => mark.fbTell(), document.querySelector("textarea") ? SENT_AFTER_MS : 0);
  };
  document.addEventListener("click", whenChosen, true);
  return () => {
    document.removeEventListener("click", whenChosen, true);
    mark.fbListening = false;
  };
}
