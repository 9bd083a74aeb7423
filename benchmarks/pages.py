"""Every page of the dashboard from every side: `python -m benchmarks.pages [--pictures FOLDER] [--into FILE]`.

A whole SpendWise with the demonstration household is started and each page opened in Chromium, cold: on a desk as it
is, and on a phone with a slow line and a quarter of the processor. Printed are the paints, the time the page could not
answer, what moved, and the bytes of its scripts; then what axe finds in light, dark and on a phone, what scrolls
sideways at 390 pixels, at 200 and 400 per cent and with letters spaced out, and which stops of the Tab key cannot be
seen. The same for the empty pages of a new person. Ends with 1 where anything serious was found, or where the first
page names more than 180 kB of scripts, or where a page moves while it loads (a shift above 0.1). With --pictures each
page is kept as a picture, in light, dark and at 390 px.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MOST_SCRIPT = 180_000
"""Bytes of JavaScript, as they come over the line, that the page names before it has shown anything; the build ends too
where they are more."""
KINDS = "first paint | largest | blocked | shift"
SERIOUS = ("serious", "critical")
Page = Mapping[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.pages", description=__doc__)
    parser.add_argument("--pictures", type=Path, help="a folder for pictures")
    parser.add_argument("--into", type=Path, help="a Markdown file to write besides")
    options = parser.parse_args()
    found = looked_at(options.pictures)
    told = "\n".join(report(found))
    print(told)
    if options.into is not None:
        options.into.write_text(f"{told}\n")
    faults = [*faults_of(found)]
    print("\n".join(faults) if faults else "nothing serious was found")
    sys.exit(1 if faults else 0)


def looked_at(pictures: Path | None) -> Mapping[str, Any]:
    """What the browser wrote down. Ends where a page could not be looked at at all."""
    chromium = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium here: install it, or say in CHROMIUM_PATH where it is.")
    subprocess.run([sys.executable, "-m", "scripts.install", "bundle"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory(prefix="sw-pages-") as folder:
        env = {**os.environ, "CHROMIUM_PATH": chromium, "AUDIT_FOLDER": folder}
        if pictures is not None:
            pictures.mkdir(parents=True, exist_ok=True)
            env["AUDIT_PICTURES"] = str(pictures.resolve())
        walk = ["npx", "--no-install", "playwright", "test", "--config", "audit.config.ts"]
        serve = [sys.executable, "-m", "tests.stack.serve", "--in", "frontend", "--", *walk]
        status = subprocess.run(serve, cwd=ROOT, env=env, stdout=sys.stderr, check=False).returncode
        kept = Path(folder) / "pages.json"
        if status or not kept.is_file():
            sys.exit("Not every page could be looked at: see above.")
        found: Mapping[str, Any] = json.loads(kept.read_text())
        return found


def report(found: Mapping[str, Any]) -> Iterator[str]:
    pages: Sequence[Page] = found["pages"]
    yield "# The pages, measured"
    yield ""
    yield f"`python -m benchmarks.pages` on {datetime.now(UTC):%Y-%m-%d}: {len(pages)} pages of the demonstration"
    yield f"household, {len(found['empty'])} of them once more while they were empty. Cold, without a cache, each once."
    yield ""
    yield "## How quickly a page is there"
    yield ""
    yield "Slow: 390 pixels wide, 1.6 Mbit/s with 150 ms each way, a quarter of this processor. Milliseconds since the"
    yield "address was entered; *blocked* is what tasks took beyond 50 ms each; *shift* is the layout's (0.1 is good)."
    yield ""
    yield f"| page | {KINDS} | slow: {KINDS} | first scripts, kB | scripts, kB | all, kB |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|---|"
    for page in pages:
        yield speed_row(page)
    yield "| *median* " + "".join(f"| {middle(pages, *way)} " for way in WAYS) + "| | | |"
    yield ""
    yield "## What keeps somebody out"
    yield ""
    yield "axe's findings (WCAG 2.2 A and AA, and good practice) in light, dark and at 390 pixels; pixels that reach"
    yield "beyond the window at 390 pixels, 200 %, 400 % and with letters spaced out; stops of the Tab key,"
    yield "and those of them that cannot be seen."
    yield ""
    yield "| page | light | dark | phone | 390 | 200 % | 400 % | spaced | Tab stops | unseen |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for page in pages:
        yield barrier_row(page)
    yield ""
    yield "## Empty pages, at 390 pixels"
    yield ""
    for page in found["empty"]:
        yield f"- {page['name']}: axe {named(page['barriers'])}, beyond the window {page['overhang']} px"


SIDES = ("desk", "slow")
WAYS = [(side, key) for side in SIDES for key in ("first_paint_ms", "largest_paint_ms", "blocked_ms", "shift")]


def middle(pages: Sequence[Page], side: str, key: str) -> str:
    return f"{median(page[side][key] for page in pages):g}"


def speed_row(page: Page) -> str:
    cells = [f"{page[side][key]:g}" for side, key in WAYS]
    sizes = [f"{page['desk'][key] / 1000:.0f}" for key in ("first_script_bytes", "script_bytes", "all_bytes")]
    return f"| {' | '.join([page['name'], *cells, *sizes])} |"


def named(barriers: Iterable[Mapping[str, Any]]) -> str:
    return ", ".join(f"{one['rule']} ({one['impact']}, {one['places']})" for one in barriers) or "nothing"


def barrier_row(page: Page) -> str:
    found = [named(page["barriers"][way]) for way in ("light", "dark", "phone")]
    beyond = [str(page["overhang"][way]) for way in ("390", "680", "340", "spaced")]
    unseen = ", ".join(page["focus"]["unseen"]).replace("|", "/") or "none"
    return f"| {' | '.join([page['name'], *found, *beyond, str(page['focus']['stops']), unseen])} |"


def faults_of(found: Mapping[str, Any]) -> Iterator[str]:
    for page in found["pages"]:
        for way, barriers in page["barriers"].items():
            yield from (f"{page['name']}, {way}: {one['rule']}" for one in barriers if one["impact"] in SERIOUS)
        yield from (f"{page['name']}: {px} px beyond the window at {way}" for way, px in page["overhang"].items() if px)
        yield from (f"{page['name']}: focus cannot be seen on {one}" for one in page["focus"]["unseen"])
        if page["moving"]:
            yield f"{page['name']}: {page['moving']} things move though less motion is asked for"
        if page["outline"]["headings"] != 1 or page["outline"]["main"] != 1 or not page["outline"]["language"]:
            yield f"{page['name']}: one heading, one main part and a language are wanted: {page['outline']}"
        if page["name"] == "overview" and page["desk"]["first_script_bytes"] > MOST_SCRIPT:
            yield f"overview: {page['desk']['first_script_bytes']} bytes of scripts at first, of at most {MOST_SCRIPT}"
        yield from (
            f"{page['name']}, {side}: moves by {page[side]['shift']}" for side in SIDES if page[side]["shift"] > 0.1
        )
    for page in found["empty"]:
        yield from (f"{page['name']}, empty: {one['rule']}" for one in page["barriers"] if one["impact"] in SERIOUS)
        if page["overhang"]:
            yield f"{page['name']}, empty: {page['overhang']} px beyond the window"


if __name__ == "__main__":
    main()
