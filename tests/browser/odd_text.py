"""Text that would do harm if it came alive: HTML, Markdown, Streamlit's directives, both directions, emoji."""

from __future__ import annotations

ODD_TEXT = """<script>window.came_alive = 1</script><img src=x onerror="window.came_alive = 2">
<b id="alive">bold</b> <a href="https://elsewhere.example">link</a> </div></textarea><style>body{display:none}</style>
# Heading **strong** [link](https://elsewhere.example) ![picture](https://elsewhere.example/p.png)
:material/home: :red[red] $x^2$ `code` &amp; &lt;b&gt;
שלום עולם, מה שלומך — مرحبا بالعالم \u202egnorw\u202c
👩‍👩‍👧‍👦 🏳️‍🌈 ė́ Ω zero\u200bwidth"""
