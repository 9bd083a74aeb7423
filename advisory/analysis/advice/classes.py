"""Which services do the same thing, so that several of them at once are worth a question.

Folded whole words or phrases, as payee keys have them. Only what is known by name: a guess would be an insult.
"""

from __future__ import annotations

from functools import lru_cache

CLASSES = {
    "video": """
        netflix, disney plus, disneyplus, disney, hulu, hbo max, hbomax, hbo, max com, paramount plus, paramountplus,
        paramount, peacock, peacocktv, apple tv, appletv, prime video, primevideo, amazon prime video, amazon video,
        now tv, nowtv, sky digital, wow tv, dazn, crunchyroll, mubi, britbox, itvx, viaplay, joyn, rtl plus, rtlplus,
        zattoo, waipu, waipu tv, canal plus, canalplus, molotov, movistar plus, filmin, infinity plus, videoland,
        globoplay, hotstar, disney hotstar, sonyliv, zee5, curiositystream, nebula, youtube premium, youtubepremium
    """,
    "music": """
        spotify, deezer, tidal, qobuz, apple music, applemusic, youtube music, amazon music, napster, pandora,
        soundcloud, siriusxm
    """,
    "storage": """
        icloud, google one, googleone, google storage, dropbox, onedrive, pcloud, backblaze, proton drive, mega nz
    """,
    "audiobooks": "audible, audible gmbh, storytel, bookbeat, nextory, kindle unlimited, everand, scribd, blinkist",
    "news": """
        new york times, nytimes, ny times, washington post, wall street journal, wsj, financial times, ft com,
        economist, the economist, guardian, the guardian, the times, telegraph, le monde, lemonde, mediapart,
        le figaro, el pais, el mundo, la repubblica, corriere della sera, spiegel, der spiegel, die zeit, zeit online,
        faz, sueddeutsche, sz plus, handelsblatt, bild plus, bildplus, nrc, de volkskrant, nikkei, readly, substack,
        medium com
    """,
    "fitness": """
        planet fitness, planetfitness, puregym, pure gym, the gym group, gym group, anytime fitness, basic fit,
        basicfit, mcfit, fitx, john reed, clever fit, fitness first, virgin active, david lloyd, la fitness, equinox,
        peloton, zwift, strava, urban sports club, urbansportsclub, classpass, gymondo, crossfit
    """,
    "games": """
        xbox game pass, xbox gamepass, game pass, playstation plus, psplus, nintendo switch online, nintendo online,
        ea play, geforce now, humble bundle
    """,
    "assistants": "openai, chatgpt, openai chatgpt, anthropic, claude ai, perplexity, midjourney",
    "vpn": "nordvpn, expressvpn, surfshark, protonvpn, mullvad, cyberghost",
    "meal boxes": "hellofresh, hello fresh, blue apron, gousto, mindful chef, factor75, marley spoon",
}


def class_of(payee_key: str) -> str:
    """The class of a service, '' for one that is not known. A longer name wins: "amazon music" is no video."""
    words = f" {payee_key} "
    found = [(len(name), group) for name, group in _names() if f" {name} " in words]
    return max(found)[1] if found else ""


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, str], ...]:
    return tuple(
        (" ".join(name.split()), group)
        for group, listed in CLASSES.items()
        for name in listed.split(",")
        if name.strip()
    )
