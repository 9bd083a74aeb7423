"""Names of subscriptions that people in many countries have: their second charge is enough to believe in a rhythm.

Only what is sold as a subscription and nothing else, or whose bank text names the subscription and not the shop
("Amazon Prime", never "Amazon"). Whole words or phrases, folded (case, accents and punctuation gone).
"""

from __future__ import annotations

SUBSCRIPTION_BRANDS = """
    netflix, disney plus, disneyplus, disney, hulu, hbo max, hbomax, hbo, max com, paramount plus, paramountplus,
    paramount, peacock, peacocktv, apple tv, appletv, amazon prime, amazonprime, amznprime, amzn prime, prime video,
    primevideo, amazon prime video, now tv, nowtv, sky digital, sky uk, sky deutschland, wow tv, dazn,
    crunchyroll, funimation, mubi, britbox, itvx, viaplay, cmore, tv4 play, joyn, rtl plus, rtlplus, zattoo, waipu,
    waipu tv, magenta tv, canal plus, canalplus, molotov, salto, movistar plus, filmin, atresplayer, nowtv it,
    infinity plus, videoland, npo plus, globoplay, hotstar, disney hotstar, sonyliv, zee5, jiocinema, u next, unext,
    abema, player pl, curiositystream, nebula, youtube premium, youtubepremium, youtube, google youtube, youtube tv,
    youtube music, twitch, twitch tv, discord, discord nitro, spotify, deezer, tidal, qobuz, soundcloud, apple
    music, applemusic, audible, audible gmbh, storytel, bookbeat, nextory, kindle unlimited, kindle unltd, kobo
    plus, scribd, everand, blinkist, podimo, amazon music, napster, pandora, siriusxm, apple com bill, applecombill,
    itunes, itunes com bill, icloud, apple one, google one, google storage, googleone, google workspace, gsuite,
    google gsuite, dropbox, onedrive, microsoft 365, microsoft365, office 365, office365, msft office, microsoft
    subscription, adobe, adobe creative cloud, creative cloud, canva, figma, notion, notion labs, evernote, todoist,
    trello, slack, zoom us, zoom, miro, asana, airtable, 1password, lastpass, bitwarden, dashlane, nordvpn,
    expressvpn, surfshark, protonvpn, proton ag, proton me, mullvad, cyberghost, norton, nortonlifelock, mcafee,
    kaspersky, bitdefender, avast, malwarebytes, backblaze, pcloud, github, gitlab, jetbrains, openai, chatgpt,
    openai chatgpt, chatgpt subscr, anthropic, claude ai, midjourney, grammarly, perplexity, linode, digitalocean,
    hetzner, squarespace, wix com, wordpress com, godaddy, namecheap, ionos, strato, mailchimp, shopify, grammarly
    co, duolingo, babbel, busuu, rosetta stone, coursera, skillshare, masterclass, brilliant org, headspace, calm
    com, calm app, strava, fitbit premium, peloton, whoop, zwift, komoot, garmin connect, myfitnesspal, noom, weight
    watchers, ww international, tinder, bumble, hinge, parship, elitepartner, match com, eharmony, meetic, linkedin
    premium, linkedin, xing, xbox game pass, xbox gamepass, game pass, xbox live, microsoft xbox, playstation plus,
    playstation network, playstationnetwork, psplus, nintendo switch online, nintendo online, ea play, steam
    subscription, roblox premium, world of warcraft, final fantasy xiv, humble bundle, geforce now, patreon,
    substack, onlyfans, medium com, new york times, nytimes, ny times, washington post, wall street journal, wsj,
    financial times, ft com, economist, the economist, guardian, the guardian, the times, telegraph, le monde,
    lemonde, mediapart, le figaro, el pais, el mundo, la repubblica, corriere della sera, spiegel, der spiegel, die
    zeit, zeit online, faz, sueddeutsche, sz plus, handelsblatt, bild plus, bildplus, dagens nyheter, aftonbladet
    plus, svenska dagbladet, nrc, de volkskrant, telegraaf, gazeta wyborcza, nikkei, readly, hellofresh, hello
    fresh, blue apron, gousto, mindful chef, factor75, marley spoon, dollar shave club, birchbox, abel cole, oddbox,
    stitch fix, ipsy, barkbox, butternut box, tails com, who gives a crap, walmart plus, walmart membership,
    instacart plus, dashpass, uber one, deliveroo plus, amazon kids, costco membership, planet fitness,
    planetfitness, puregym, pure gym, the gym group, gym group, anytime fitness, basic fit, basicfit, mcfit, fitx,
    john reed, clever fit, fitness first, virgin active, david lloyd, nuffield health, la fitness, equinox, 24 hour
    fitness, orangetheory, crossfit, golds gym, neoness, keepcool, l orange bleue, mcgym, altafit, vivagym,
    synergym, technogym, sats, friskis svettis, nordic wellness, actic, healthcity, trainmore, urban sports club,
    urbansportsclub, classpass, smart fit, smartfit, bluefit, cult fit, calypso fitness, zdrofit, multisport
"""
