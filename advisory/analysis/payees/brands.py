"""Spellings of widely known brands that share no beginning, and the brand they stand for.

Left: folded words at the start of a cleaned name. Right: the brand as people write it; its key is its own folding.
Arms of a brand that are another kind of spending (Amazon Prime, Tesco Mobile) stay apart: the longest beginning wins.
"""

from __future__ import annotations

from functools import lru_cache

from transactions.ledger.words import words_of

_SPELLINGS = """
7-Eleven: 7 eleven, 7eleven, seven eleven, 7 11, 7 elev, セブンイレブン
Amazon: amazon, amzn, amzn mktp, amazon mktp, amazon mktpl, amazon mktplace, amazon marketplace, amazon payments,
  amazon retail, amazon eu, amznmktplace, amznmktpl, amzn mktpl,
  amazon svcs, amazon com, amazon co uk, amazon de, amazoncom, amz, amzn com bill,
  amzn digital, amazon uk, amazon digital,
  amazon payments europe, amazon media
Amazon Prime: amazon prime, amzn prime, prime video, amazon prime video, primevideo, amazon prime pmts
Amazon Web Services: amazon web services, aws, aws emea, amazon aws
Amazon Fresh: amazon fresh, amzn fresh
Apple: apple, apple com bill, apple bill, apple com, itunes com bill, itunes, apple services, apl itunes, apple itunes
Apple Store: apple store, apple online store
Google: google, google services, google payment, google ireland
Google Play: google play, google play apps
Google One: google one, google storage, googleone, google google storage, google google one
YouTube: youtube, youtubepremium, google youtube, google youtubepremium, youtube premium
Netflix: netflix, netflix com, netflixcom
Spotify: spotify, spotify ab, spotify p, spotifyab
Disney+: disney plus, disneyplus, disney
McDonald's: mcdonalds, mcdonald s, mc donalds, mc donald s, mcdonald, mcdo, mcd
Burger King: burger king, burgerking, bk
KFC: kfc, kentucky fried chicken
Starbucks: starbucks, starbucks coffee, starbuck
Domino's: dominos, domino s, dominos pizza, domino s pizza
Sainsbury's: sainsburys, sainsbury s, sainsbury, js online grocery, sainsburys s mkts, sainsbury s s mkts
Sainsbury's Petrol: sainsburys petrol, sainsbury s petrol
Tesco: tesco, tesco stores, tesco store, tesco express, tesco metro, tesco superstore, tesco extra
Tesco Petrol: tesco pfs, tesco pay at pump, tesco petrol, tesco stores pfs, tesco pay
Tesco Mobile: tesco mobile
Asda: asda, asda stores, asda superstore, asda superstores
Morrisons: morrisons, wm morrison, wm morrisons, morrison, w m morrisons, wm morrisons store
Morrisons Petrol: morrisons petrol, wm morrison petrol, morrison petrol
Marks & Spencer: marks spencer, marksspencer, marks and spencer, m s, m s simply food, marks spen, marksandspencer
Co-op: co op, coop group food, co operative food, the co operative, co op group, cooperative food, co operative group
Waitrose: waitrose, waitrose partners, jlp waitrose
Costa: costa, costa coffee
Boots: boots, boots the chemist, boots the chemists
WHSmith: wh smith, whsmith, w h smith
B&Q: b q, b and q, bandq
H&M: h m, hm, h and m, hm online
B&M: b m retail, bm retail, b m, b m bargains
C&A: c a, c a mode, c und a
Walmart: walmart, wal mart, wm supercenter, wal mart super, walmart com, wal mart supercenter, wal, walmart supercenter
Sam's Club: sams club, sam s club, samsclub
Target: target, target com, target t
Costco: costco, costco whse, costco wholesale
Costco Gas: costco gas, costco fuel
The Home Depot: home depot, the home depot, homedepot
Lowe's: lowes, lowe s
Trader Joe's: trader joes, trader joe s, trader joe
Whole Foods: whole foods, wholefds, whole foods market, wholefoods, whole foods mkt
CVS: cvs, cvs pharmacy, cvs pharm
Walgreens: walgreens, walgreens store, walgreen
Dunkin': dunkin, dunkin donuts
Chick-fil-A: chick fil a, chickfila
Uber: uber trip, uber, uber technologies, uber bv, uber rides
Uber Eats: uber eats, ubereats, uber eat
Lyft: lyft, lyft ride, lyft com
DoorDash: doordash, dd doordash, door dash
Instacart: instacart, instacart com
Deliveroo: deliveroo, deliveroo co uk
Just Eat: just eat, justeat, just eat co uk
Lieferando: lieferando, lieferando de, yd yourdelivery, takeaway com, thuisbezorgd
Deutsche Bahn: deutsche bahn, db vertrieb, db bahn, db fernverkehr, bahn de, db automat, db
Edeka: edeka, e center, edeka center, e neukauf, edeka markt
REWE: rewe, rewe markt, rewe sagt danke
Lidl: lidl, lidl sagt danke, lidl dienstleistung, lidl vertriebs
Aldi: aldi, aldi sued, aldi nord, aldi stores, aldi sud, aldi dankt, aldi se
Penny: penny, penny markt, penny dankt
dm: dm drogerie, dm drogerie markt, dm drogeriemarkt, dm, dm fil
Rossmann: rossmann, dirk rossmann
Kaufland: kaufland
Media Markt: media markt, mediamarkt, media markt saturn
Zalando: zalando, zalando se, zalando payments
Rundfunkbeitrag: rundfunk ard zdf, rundfunkbeitrag, rundfunk ard zdf dradio, ard zdf dradio, beitragsservice von ard zdf
Telekom: telekom deutschland, deutsche telekom, telekom
Vodafone: vodafone, vodafone ltd, vodafone kabel
O2: o2, telefonica germany, o2 uk, telefonica uk, o2 online
EE: ee, ee limited, ee t mobile, t mobile ee
Three: three, 3 mobile, h3g, hutchison 3g, three uk, 3 uk, three co uk
BT: bt group, british telecom, bt
1&1: 1und1, 1 1 telecom, 1 1 internet, 1 1 mail media, 1 1
Carrefour: carrefour, carrefour market, carrefour city, carrefour express, crf, carref
E.Leclerc: leclerc, e leclerc, sc leclerc
Intermarché: intermarche, inter marche
Super U: super u, hyper u, u express, systeme u
SNCF: sncf, sncf connect, sncf internet, sncf voyageurs, sncf web mobile, oui sncf
EDF: edf, edf clients particuliers, e d f
Mercadona: mercadona
El Corte Inglés: el corte ingles, eci
Esselunga: esselunga
Albert Heijn: albert heijn, ah to go, ah
Jumbo: jumbo, jumbo supermarkten
NS: ns groep, ns reizigers, ns internationaal, ns
bol.com: bol com, bol
ICA: ica, ica supermarket, ica nara, ica kvantum, ica maxi
Biedronka: biedronka, jmp biedronka, jeronimo martins
Żabka: zabka, zabka polska
TfL: tfl, tfl travel, tfl travel charge, transport for london, tfl gov uk, tfl travel ch
HMRC: hmrc, hm revenue customs, hm revenue, hmrc gov uk
DVLA: dvla, www dvla gov uk, dvla vehicle tax, dvla veh, vehicle licensing
TV Licensing: tv licensing, tv licence, tvlicensing, tv license
Microsoft: microsoft, msft, microsoft com, microsoft store, msbill, msbill info
PayPal: paypal, paypal europe, paypal inst xfer
Airbnb: airbnb
Booking.com: booking com, booking, hotel on booking com, hotel booking com
easyJet: easyjet, easyjet airlines, easy jet
Ryanair: ryanair
IKEA: ikea, ikea online, ikea deutschland
Shell: shell, shell oil, shell service station
BP: bp, bp oil
Esso: esso
Exxon: exxon, exxonmobil, exxon mobil
Marathon: marathon petro, marathon
Premier Inn: premier inn
Argos: argos, argos retail group, argos ltd, www argos co uk
John Lewis: john lewis, johnlewis
Wilko: wilko, wilkinson, wilko retail
Post Office: post office, post office counter, the post office, post office counters
Royal Mail: royal mail, royalmail
USPS: usps, usps po, united states postal
AT&T: att, at t, att bill, at t bill
Verizon: verizon, vzwrlss, verizon wireless, verizon wrls, vz wireless
T-Mobile: t mobile, tmobile
Comcast: comcast, xfinity, comcast cable
OpenAI: openai, chatgpt, openai chatgpt
Adobe: adobe, adobe systems, adobe creative
Audible: audible, audible uk, audible gmbh
Mercado Livre: mercadolivre, mercado livre
iFood: ifood, ifd
Swiggy: swiggy, swiggy instamart, bundl technologies
Zomato: zomato
"""


@lru_cache(maxsize=1)
def spellings() -> dict[str, str]:
    """Each folded spelling to its brand."""
    found: dict[str, str] = {}
    for entry in _SPELLINGS.replace("\n  ", " ").strip().splitlines():
        brand, _, listed = entry.partition(": ")
        found.update({" ".join(words_of(spelling)): brand for spelling in listed.split(",")})
    return found


# These mean the brand only when they are the whole name: as a beginning they are somebody else's too.
_WHOLE_ONLY = frozenset(
    words_of(
        """
        wal booking google apple three bt ee dm ns ah bk mcd mcdo db eci bol jumbo target penny marathon crf three
        uk c a b m m s h m hm ica amz ifd coop att microsoft disney itunes uber telekom aws shell morrison inter 1 1
        7 11 tesco pay carref carrefour hm online
        """
    )
) | {"c a", "b m", "m s", "h m", "1 1", "7 11", "three uk", "tesco pay", "hm online", "apple com", "google services"}


def known_brand(words: list[str]) -> tuple[str, int]:
    """(brand, number of words it takes) for the longest known spelling at the start, or ('', 0)."""
    known = spellings()
    for size in range(min(5, len(words)), 0, -1):
        phrase = " ".join(words[:size])
        brand = known.get(phrase, "")
        if brand and (size == len(words) or phrase not in _WHOLE_ONLY):
            return brand, size
    return "", 0
