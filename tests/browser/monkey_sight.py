"""What the monkey sees: where it may press and type, what it must leave alone, and which remarks are not ours."""

from __future__ import annotations

import re
from typing import Final

from dashboard.wording import check_in, frame, journal, own_questionnaires, rescue, welcome, your_data

# What throws text away or shuts the vault for good is a person's decision, and not what is tried here.
THROWS_AWAY: Final = frozenset(
    sentence()
    for sentence in (
        check_in.DISCARD, check_in.DISCARD_SURE, journal.DISCARD, journal.DISCARD_SURE, own_questionnaires.DISCARD,
        own_questionnaires.DISCARD_SURE, your_data.EMPTY_HISTORY, your_data.GO_BACK,
        your_data.DELETE_NOW, your_data.DELETE_BACKUP, your_data.ADD_PASSPHRASE, rescue.ASIDE_DELETE,
        frame.TAKE_OTHER, welcome.CREATE,
    )
)  # fmt: skip
# Streamlit asks below the page's own address first where a page is opened by its address.
KNOWN_NOISE: Final = re.compile(
    r"Failed to load resource: .* 404 \(Not Found\) \(http://localhost:\d+/\w+/_stcore/(host-config|health)\)"
)
CLICKABLE: Final = (
    "button:enabled, a[href^='/'], a[href^='http://localhost'], summary, [role=tab], [role=option], "
    "label[data-baseweb=radio], label[data-baseweb=checkbox], .fb-items label, [role=combobox]"
)
LONG_TEXT: Final = "textarea:enabled"
TYPABLE: Final = "textarea:enabled, input[type=text]:enabled, input[type=number]:enabled"
NAMES: Final = r"""
elements => elements.map((element, place) => {
  const box = element.getBoundingClientRect();
  const shown = box.width > 0 && element.checkVisibility({visibilityProperty: true});
  const words = element.cloneNode(true);
  words.querySelectorAll('[data-testid=stIconMaterial]').forEach(icon => icon.remove());
  const name = element.getAttribute('aria-label') || words.textContent || element.getAttribute('href') || '';
  return shown ? [place, element.tagName + ' ' + name.replace(/\s+/g, ' ').trim().slice(0, 60)] : null;
}).filter(Boolean)
"""
HOLDS: Final = "(fields, word) => fields.some(field => field.value.includes(word))"
ANSWER_AT_MOST_MS: Final = 10_000
STILL: Final = """
longest => {
  const app = document.querySelector('[data-testid=stApp]'), now = performance.now();
  if (!app && document.readyState === 'complete' && !document.querySelector('#root')) return 'gone';
  const {sent, received} = window.watched ?? {sent: 0, received: 0};
  const answered = received >= sent ? now - received > 50 : now - sent > longest;
  return app?.dataset.testScriptState === 'notRunning' && answered && 'still';
}
"""
