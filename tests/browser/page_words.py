"""Every word on a page that a person can see or have read out, and which of them no translation went through."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playwright.sync_api import Page

from tests.known_words import Known, Unspoken, unspoken_in

# Text nodes and the attributes that are read out or shown; what nobody meets, and code, does not count.
GATHER = """
() => {
  const found = [];
  const shown = node => {
    const box = node.nodeType === 1 ? node : node.parentElement;
    if (!box || box.closest('script, style, noscript, code, svg title, [hidden]')) return false;
    return box.checkVisibility({visibilityProperty: true});
  };
  const visit = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.shadowRoot) visit(node.shadowRoot);
      if (node.nodeType === 3) {
        const icon = node.parentElement?.closest('[data-testid=stIconMaterial], [translate=no]');
        if (node.data.trim() && !icon && shown(node))
          found.push([node.parentElement.closest('svg') ? 'chart' : 'text', node.data]);
      } else if (node.nodeType === 1 && shown(node)) {
        for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'])
          if (node.getAttribute(name)?.trim()) found.push([name, node.getAttribute(name)]);
      }
    }
  };
  visit(document.body);
  found.push(['title of the page', document.title]);
  return found;
}
"""


def unspoken(page: Page, known: Known, own: Iterable[str] = (), prefixes: Iterable[str] = ()) -> list[Unspoken]:
    """The pieces of the page that went through no translation and are neither content nor the person's own.

    `own` are patterns of whole texts that Streamlit says itself, `prefixes` those of what it sets before ours.
    """
    is_own, prefix = (re.compile("|".join(f"(?:{each})" for each in some) or r"(?!)") for some in (own, prefixes))
    found: list[Unspoken] = []
    for where, whole in page.evaluate(GATHER):
        if not is_own.fullmatch(whole.strip()):
            found += unspoken_in(where, prefix.sub("", whole, count=1) if prefix.match(whole) else whole, known)
    return list(dict.fromkeys(found))
