"""Words and brands with their categories, and the variations in which banks print them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from advisory.analysis.categorise.features import plain_words
from benchmarks.scores.real import tables
from benchmarks.training.merchant_codes import category_of_code
from transactions.ledger.lexicon import INCOMING, OUTGOING

FOLDER = Path(__file__).parent / "lexicon"
CUT_FROM = 12
TAILS = """
london|birmingham|manchester|leeds|berlin|hamburg|muenchen|koeln|paris|lyon|lille|madrid|barcelona|sevilla|roma|
milano|torino|amsterdam|utrecht|stockholm|oslo|warszawa|praha|lisboa|chicago il|dallas tx|seattle wa|new york ny|
san jose ca|toronto on|sydney|mumbai|ltd|limited|plc|gmbh|inc|llc|sa|srl|bv|ab|store|stores|shop|online|centre|north|
south|city|station road|high street|uk|de|fr|es|it|nl|gb|group|services|company|and sons|international|wolverhampton|
coventry|solihull|walsall|dudley|leicester|nottingham|derby|sheffield|bristol|cardiff|edinburgh|glasgow|liverpool|
newcastle|oxford|cambridge|brighton|reading|southampton|belfast|dublin|norwich|exeter|york|bath|telford|worcester|
frankfurt|stuttgart|dresden|leipzig|bremen|hannover|nuernberg|wien|graz|zuerich|basel|marseille|toulouse|nice|nantes|
bordeaux|strasbourg|bruxelles|antwerpen|valencia|malaga|bilbao|zaragoza|napoli|bologna|firenze|verona|rotterdam|
den haag|eindhoven|groningen|krakow|wroclaw|poznan|gdansk|boston ma|atlanta ga|denver co|austin tx|miami fl|
phoenix az|portland or|st john s road|church lane|market street|west|east|upper|bridge""".replace("\n", "").split("|")
HEADS = """
smith|jones|patel|khan|miller|wagner|schmidt|martin|dubois|garcia|lopez|rossi|ferrari|jansen|de vries|andersson|
nowak|novak|silva|the old|the|royal|golden|green|city|central|star|blue|new|la|le|el|casa|chez|al|king|queens|
park|river|village|euro|best|first|global|prime|happy|corner""".replace("\n", "").split("|")
ENDINGS = ("com", "co uk", "de", "fr", "es", "it", "nl", "org", "net")


def phrases() -> Iterator[tuple[str, str]]:
    """(plain phrase, key of its default category), each once."""
    listed = [*_from_files(), *((key, text) for part in (OUTGOING, INCOMING) for key, text in part.items())]
    seen: set[tuple[str, str]] = set()
    for key, text in listed:
        for phrase in text.split(","):
            pair = (plain_words(phrase), key)
            if pair[0] and pair not in seen:
                seen.add(pair)
                yield pair


def _from_files() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            key, _, text = line.partition(": ")
            yield key, text


def merchant_words(folder: Path) -> Iterator[tuple[str, str]]:
    """(plain words, key) of a table of merchant category codes with the columns mcc and edited_description."""
    for line in next(tables(folder, {"mcc", "edited_description"}), []):
        key = category_of_code(line["mcc"])
        if key:
            yield plain_words(line["edited_description"]), key


def variations(phrase: str, dice: Random) -> list[tuple[str, float]]:
    """(text, weight): the phrase, and how it may stand on a statement: with a place, after a name, cut, as a site."""
    made = [(phrase, 1.0), (f"{phrase} {dice.choice(TAILS)}", 0.6), (f"{dice.choice(HEADS)} {phrase}", 0.5)]
    if len(phrase) >= CUT_FROM:
        made.append((phrase[: dice.randint(8, len(phrase) - 2)].strip(), 0.3))
    joined = phrase.replace(" ", "")
    if 5 <= len(joined) <= 24:
        made.append((f"{joined} {dice.choice(ENDINGS)}", 0.4))
        made.append((f"www {joined} {dice.choice(ENDINGS)}"[: dice.randint(12, 22)].strip(), 0.25))
    return made
