const STREAMLITS_MAIN = ".stMain";

function shown() {
  const title = document.querySelector(`${STREAMLITS_MAIN} h1`);
  if (!title) return null;
  const view = title.closest("[class*=st-key-view-]")?.className.match(/st-key-view-[\w-]+/)?.[0];
  return [window.location.pathname, view, title.textContent].join("\n");
}

export default function (component) {
  const mark = component.parentElement.querySelector("span");
  if (mark.fbWatching) return;
  mark.fbWatching = true;
  let latest = shown();
  const watching = new MutationObserver(() => {
    const now = shown();
    if (now === null || now === latest) return;
    latest = now;
    document.querySelector(STREAMLITS_MAIN).scrollTo({ top: 0, behavior: "instant" });
  });
  watching.observe(document.body, { subtree: true, childList: true, characterData: true });
  return () => {
    watching.disconnect();
    mark.fbWatching = false;
  };
}
