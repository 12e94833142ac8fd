"""What `streamlit run` starts: imported once as the server, then run as the script of every page."""

from __future__ import annotations

if __name__ == "__main__":
    from dashboard import wiring
    from dashboard.components import unexpected

    unexpected.guard(wiring.run)
else:
    from starlette.middleware import Middleware
    from streamlit.starlette import App

    from dashboard.early_scripts import EarlyScripts
    from dashboard.services import later_imports
    from dashboard.static_files import StaticFiles

    ours = [Middleware(StaticFiles), Middleware(EarlyScripts)]
    app = App(__file__, lifespan=later_imports.beside_the_server, middleware=ours)
