"""The monkey at length: thousands of random actions, a fresh server and vault for every thousand.

    python -m tests.benchmarks.monkey [--actions 10000] [--seed 1]

Each thousand has the next seed: an odd one begins in a vault that is in use, an even one at a new person's door. A
fault stops its thousand, prints what the app printed and what was done before, and sets the exit code to 1.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.app_process import AppProcess
from tests.browser.conftest import FLAGS, ONE_PROCESS_FOR_PAGES, chromium
from tests.browser.monkey import Monkey
from tests.browser.monkey_traces import drafts_in, fill_home, lost_words, printed_faults

AT_ONCE = 1_000
LOG_LENGTH = 6_000


def main() -> None:
    """Run the monkey and print a line for each seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--told", action="store_true", help="print every action")
    parser.add_argument("--at-once", type=int, default=AT_ONCE, help="actions for each seed")
    parser.add_argument("--closely", type=int, default=0, help="look for lost words after so many actions, and stop")
    given = parser.parse_args()
    print(f"{'seed':>6}{'actions':>9}{'kept':>6}{'lost':>6}{'faults':>8}{'seconds':>9}  kinds", flush=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, ONE_PROCESS_FOR_PAGES])
        left, seed, is_clean = given.actions, given.seed, True
        while left > 0:
            is_clean &= run_seed(browser, seed, min(left, given.at_once), given.closely, told=given.told)
            left, seed = left - given.at_once, seed + 1
        browser.close()
    raise SystemExit(0 if is_clean else 1)


def run_seed(browser: Browser, seed: int, actions: int, closely: int, *, told: bool) -> bool:
    """One line of figures, and what went wrong; whether nothing did."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="footbridge-monkey-") as folder:
        home = Path(folder) / "home"
        if seed % 2:
            fill_home(home)
        app = AppProcess(home=home, log=Path(folder) / "log")
        app.start()
        context = browser.new_context(locale="en-GB", timezone_id="Europe/Dublin", accept_downloads=True)
        try:
            monkey = Monkey(context, app.url, seed)
            for done in range(closely or actions, actions + 1, closely or actions):
                monkey.run(done)
                if missing := lost_words(home, monkey.settled):
                    monkey.faults.append(f"lost between {done - closely} and {done}: {missing}, {drafts_in(home)}")
                    break
        finally:
            context.close()
            app.stop()
        printed = app.printed()
        faults = [*monkey.faults, *printed_faults(printed)]
        lost = lost_words(home, monkey.settled)
    seconds = time.perf_counter() - began
    kinds = Counter(monkey.done)
    print(
        f"{seed:6}{len(monkey.deeds):9}{len(monkey.settled):6}{len(lost):6}{len(faults):8}{seconds:9.0f}  "
        + ", ".join(f"{name} {n}" for name, n in kinds.most_common()),
        flush=True,
    )
    if faults:
        print(printed[-LOG_LENGTH:], flush=True)
    if faults or lost:
        print(
            "\n".join([monkey.told(actions if lost else 60), *faults, *(f"lost: {word}" for word in lost)]), flush=True
        )
    elif told:
        print(monkey.told(actions), flush=True)
    return not faults and not lost


if __name__ == "__main__":
    main()
