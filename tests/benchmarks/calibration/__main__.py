"""Prints the calibration tables: python -m tests.benchmarks.calibration [--people 200] [--quick] [--seed 1]."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping

from tests.benchmarks.calibration import asked_once, looking
from tests.benchmarks.calibration.worlds import ALL_WORLDS, HONEST_WORLDS

PHIS = (0.0, 0.5, 0.7)
SLOWER = (0.8, 0.9)
POINTS = (20, 40, 80)
BESIDE_RIVALS = ("plain", "season")


def main() -> None:
    """Print every table, each with its own run time."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--people", type=int, default=200, help="invented people in each cell")
    reader.add_argument("--quick", action="store_true", help="a tenth of the people")
    reader.add_argument("--only", default="", help="only the tables with these words in their title")
    reader.add_argument("--seed", type=int, default=1)
    chosen = reader.parse_args()
    people = max(10, chosen.people // 10) if chosen.quick else chosen.people
    started = time.perf_counter()
    print(f"{people} people a cell, seed {chosen.seed}; fewer where a table says so")
    for title, rows in TABLES:
        if chosen.only.casefold() in title.casefold():
            _print(title, rows, people, chosen.seed)
    print(f"\nall: {time.perf_counter() - started:.0f} s")


Rows = Callable[[int, int], list[tuple[str, Mapping[str, float]]]]


def _print(title: str, rows: Rows, people: int, seed: int) -> None:
    begun = time.perf_counter()
    print(f"\n{title}", flush=True)
    for name, figures in rows(people, seed):
        told = "  ".join(f"{what} {'–' if figure != figure else f'{figure:.3f}'}" for what, figure in figures.items())
        print(f"  {name:<34}{told}")
    print(f"  ({time.perf_counter() - begun:.0f} s)", flush=True)


def _looking(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    return [
        (f"{world}, φ = {phi}", looking.standing_rates(world, phi, people, seed))
        for world in HONEST_WORLDS
        for phi in PHIS
    ]


def _looking_elsewhere(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    return [
        (f"{world}, φ = {phi}", looking.standing_rates(world, phi, max(10, people // 4), seed))
        for world in ALL_WORLDS
        if world not in HONEST_WORLDS
        for phi in PHIS
    ]


def _later(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    few = max(10, people // 4)
    return [(f"φ = {phi}", {"by week 104": looking.found_within(phi, looking.TWO_YEARS, few, seed)}) for phi in PHIS]


def _slower(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    few = max(10, people // 4)
    return [(f"plain, φ = {phi}", looking.standing_rates("plain", phi, few, seed)) for phi in SLOWER]


def _rivals(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    return [(f"φ = {phi}", looking.rival_rates(phi, max(10, people // 4), seed)) for phi in PHIS]


def _all_series(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    rows: list[tuple[str, Mapping[str, float]]] = []
    for phi in PHIS:
        shared, unshared = looking.rate_over_all_series(phi, max(10, people // 2), seed)
        rows.append((f"φ = {phi}", {"shared budget": shared, "a full share each": unshared}))
    return rows


def _false(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    return [
        (
            f"{world}, φ = {phi}, n = {n}",
            asked_once.line_rates(world, phi, n, people, seed, rivals=world in BESIDE_RIVALS),
        )
        for world in ALL_WORLDS
        for phi in PHIS
        for n in POINTS
    ]


def _power(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    return [
        (f"φ = {phi}, n = {n}", asked_once.line_rates("plain", phi, n, people, seed, size=2.0))
        for phi in PHIS
        for n in POINTS
    ]


def _steps(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    few = max(10, people // 4)
    rows: list[tuple[str, Mapping[str, float]]] = []
    for phi in PHIS:
        for n in POINTS:
            nothing = asked_once.step_rates("plain", phi, n, few, seed)
            step = asked_once.step_rates("plain", phi, n, few, seed, size=2.0)
            rows.append(
                (
                    f"φ = {phi}, n = {n}",
                    {"false": nothing["said"], "2 SD found": step["said"], "range right": step["range right"]},
                )
            )
    return rows


def _marked(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    rows: list[tuple[str, Mapping[str, float]]] = []
    for world in HONEST_WORLDS:
        for phi in PHIS:
            for n in (12, *POINTS):
                rates = {"false": asked_once.marked_rates(world, phi, n, people, seed)}
                if world == "plain":
                    rates["2 SD found"] = asked_once.marked_rates(world, phi, n, people, seed, size=2.0)
                rates["false, a day apart"] = asked_once.marked_rates(world, phi, n, people, seed, a_day_apart=True)
                rows.append((f"{world}, φ = {phi}, n = {n}", rates))
    return rows


def _associations(people: int, seed: int) -> list[tuple[str, Mapping[str, float]]]:
    few = max(10, people // 2)
    return [
        (f"φ = {phi}, n = {n}, of {features}", asked_once.association_rates(phi, n, few, seed, features))
        for n, features in ((20, 20), (40, 20), (80, 20), (40, 10))
        for phi in PHIS
    ]


TABLES: tuple[tuple[str, Rows], ...] = (
    ("Ever told of a change: 104 weekly looks at nothing; a 2 SD step of week 20 found by week 60", _looking),
    ("A 2 SD step of week 20 found later (plain world, a quarter of the people)", _later),
    ("Weeks that hang together more than was aimed at (a quarter of the people)", _slower),
    ("The same in worlds further from the assumptions (a quarter of the people)", _looking_elsewhere),
    ("Ever told by others in 104 weekly looks at nothing (plain world, a quarter of the people)", _rivals),
    ("Ever told anything: 17 unchanged series, 104 looks (half the people)", _all_series),
    ("False verdicts, asked once (share of unchanged people)", _false),
    ("Power, asked once: a line of 2 SD (plain world)", _power),
    ("Steps (a quarter of the people)", _steps),
    ("A marked date", _marked),
    ("What goes with what: 2 of 20 or 10 features matter by 1 SD (half the people)", _associations),
)

if __name__ == "__main__":
    main()
