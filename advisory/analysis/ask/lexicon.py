"""The words of the grammar, English and German side by side: each phrase means one thing, wherever it stands.

`FILL` carries no meaning of its own. A word that is neither here, nor a time, an amount or one of the user's names is
not understood, and then nothing is answered: so words like "without" or "not" must never be added as mere filling.
`NEVER` holds what turns a question round though each of its words is known: no operation takes it.
"""

from __future__ import annotations

from collections.abc import Mapping

from advisory.analysis.ask.folding import words_of

FILL, AND = "fill", "and"
HOW_MUCH, TOTAL, SPEND, EARN, NET = "how_much", "total", "spend", "earn", "net"
COUNT, AVERAGE, MAX, MIN, MOST, TOP, LIST, SHARE = "count", "average", "max", "min", "most", "top", "list", "share"
HAVE, MAKE, MOST_ON, NEVER = "have", "make", "most_on", "never"
COMPARE, MORE, TREND, BALANCE, NOW, WHERE, WHAT_ON = (
    "compare",
    "more",
    "trend",
    "balance",
    "now",
    "where",
    "what_on",
)
BY_CATEGORY, BY_PAYEE, BY_MONTH, BY_ACCOUNT = "by_category", "by_payee", "by_month", "by_account"
PER_PAYMENT, PER_DAY, PER_WEEK, PER_MONTH, PER_YEAR, MONTHLY = (
    "per_payment",
    "per_day",
    "per_week",
    "per_month",
    "per_year",
    "monthly",
)
PAYMENTS, MOVEMENTS, WHOLE = "payments", "movements", "whole"
SERIES, NEXT, ADVICE, WHAT_IF, AHEAD, MONTH_END, YEAR_END = (
    "series",
    "next",
    "advice",
    "what_if",
    "ahead",
    "month_end",
    "year_end",
)
EURO, DOLLAR, POUND, FRANC = "EUR", "USD", "GBP", "CHF"
CURRENCY_MEANINGS = frozenset({EURO, DOLLAR, POUND, FRANC})

ENGLISH: Mapping[str, str] = {
    FILL: (
        "a|an|the|i|me|my|mine|we|our|myself|of|on|for|at|in|to|with|from|by|during|within|over the|please|s|d|"
        "ve|m|did|do|does|have|has|had|was|were|is|are|be|been|am|it|that|this|these|those|there|so|so far|just|"
        "really|can you|could you|would you|can you tell me|could you tell me|tell me|show me|show|display|find|"
        "let me know|i want to know|i d like to know|i would like to know|i want to see|what is|what s|what|"
        "which|who|know|see|like to know|money|amount|sum of|through|via|as|euro amount|actually|exactly|hey|"
        "hi there|thanks|thank you|all of|all my|all the|together with|single|went|get|my own|own|time|usually|"
        "normally|typically|compared|any|when it comes to|been to|thing|things|buy|did i shop|do i go to|"
        "did i go to|i go to|my money go|my money goes|have i gone to|i shop|i shopped|shopping at|period|"
        "been spending|each|every|visit to|trip to|trips to|value|visit|visited|went to|up to now|give me the|"
        "give me my"
    ),
    AND: "and|plus|as well as",
    HOW_MUCH: "how much|how much money|how much of my money|how many euros",
    TOTAL: "total|in total|totals|altogether|overall|sum|sum up|all in all|sum total|add up|total amount",
    SPEND: (
        "spend|spent|spending|spends|spendings|expense|expenses|expenditure|expenditures|cost|costs|pay|paid|"
        "paying|outgoing|outgoings|went out|left my account|left my accounts|money out|outlay|outlays|life cost|"
        "blow|blew|burn|burned|go out|going out of my accounts"
    ),
    EARN: (
        "earn|earned|earnings|income|incomes|receive|received|came in|money in|come in|revenue|incoming|get paid|"
        "got paid|take in|took in|pay me|paid me|pays me|pay us|paid us|did i get|i got|i get|do i get|"
        "have i got from|get from|got from"
    ),
    NET: (
        "save|saved|left over|left|net|remain|remained|remaining|surplus|income minus expenses|"
        "income less spending|income minus spending|earned minus spent|spend more than i earned|"
        "spend more than i earn|put aside|keep|kept|net income|cash flow|set aside|spend less than i earned"
    ),
    COUNT: (
        "how often|how many times|how many|number of|count|how frequently|number of times|the number of|"
        "frequency of|visits|how many visits"
    ),
    AVERAGE: "average|on average|mean|avg|averaged|in the mean|the average|an average",
    MAX: (
        "biggest|largest|highest|most expensive|the most expensive|the biggest|the largest|the highest|priciest|"
        "dearest|greatest|pay the most for|paid the most for|costliest|biggest single|largest single"
    ),
    MIN: "smallest|lowest|cheapest|least expensive|tiniest",
    MOST: "most|the most|most money|the most money|spent most|top spending",
    TOP: "top|first",
    LIST: ("list|show all|which of my|list all|list of|all|everything|every|give me every|give me all|each of my"),
    SHARE: (
        "share|percentage|percent|proportion|part|fraction|in percent|as a percentage of|what share of|"
        "what part of|portion|what portion of|what percentage of|what proportion of|pct"
    ),
    WHOLE: "all spending|of all spending|total expenses|my total expenses|my total spending|overall spending",
    COMPARE: (
        "compare|compared with|compared to|compare to|comparison|versus|vs|difference|difference between|"
        "difference in|than|against|relative to|as opposed to|comparing|up or down|compare with"
    ),
    MORE: ("more|less|higher|lower|between|increase|decrease|fewer|up|down|rise|fall|increased|decreased|changed"),
    TREND: (
        "trend|develop|developed|development|over time|evolve|evolved|evolution|change over time|"
        "changed over time|history of|progression|course of|month by month|monthly breakdown|monthly development|"
        "breakdown by month|month on month|has changed over time|how did|how has"
    ),
    BALANCE: (
        "balance|balances|account balance|account balances|is on my|how much money is in|how much is in|"
        "how much money is on|how much is on|bank balance|current balance|how much is left on|"
        "how much is there on"
    ),
    MAKE: "make|made|did i make|i made",
    HAVE: (
        "how much money do i have|how much do i have|how much money have i got|how much have i got|"
        "what do i have|how much money do we have|how much cash do i have"
    ),
    NOW: "now|right now|currently|current|at the moment|at present|today s",
    WHERE: "where|where does|where do|at which|who did i",
    MOST_ON: "the most on|most on",
    WHAT_ON: "what on|on what",
    BY_CATEGORY: (
        "category|categories|by category|per category|by categories|which category|for each category|"
        "spending category|spending categories|grouped by category|each category|split by category"
    ),
    BY_PAYEE: (
        "payee|payees|by payee|per payee|shop|shops|store|stores|merchant|merchants|by merchant|by shop|by store|"
        "which shop|which store|retailer|retailers|which merchant|which payee|places|per shop|per merchant|"
        "vendors|recipients|companies"
    ),
    BY_MONTH: (
        "by month|per calendar month|for each month|in each month|for every month|by the month|"
        "broken down by month|which month|in which month"
    ),
    BY_ACCOUNT: "by account|per account|which account|for each account|accounts",
    PER_PAYMENT: (
        "per payment|per purchase|per visit|per transaction|each time|per trip|a visit|per shop|every time|"
        "per shopping trip|a time|on each visit"
    ),
    PER_DAY: "per day|a day|daily|each day|every day",
    PER_WEEK: "per week|a week|weekly|each week|every week",
    PER_MONTH: "per month|a month|each month|every month|in a month|a single month",
    MONTHLY: "monthly",
    PER_YEAR: "per year|a year|yearly|annually|each year|every year|annual|per annum",
    PAYMENTS: (
        "payment|payments|purchase|purchases|charge|charges|debits|debit|bill|bills|payments to|buys|"
        "single payment|i bought|bought|have bought|purchased"
    ),
    MOVEMENTS: ("transaction|transactions|booking|bookings|movement|movements|row|rows|entries|bank transactions"),
    SERIES: (
        "what subscriptions do i have|which subscriptions do i have|my subscriptions list|list my subscriptions|"
        "what subscriptions|which subscriptions|recurring payments|recurring charges|recurring bills|"
        "what recurring payments do i have|regular payments|standing payments|what do i pay regularly|"
        "recurring costs|show my subscriptions|recurring expenses|running subscriptions|subscriptions do i have|"
        "am i subscribed to|upcoming bills|what bills are coming up|which bills are coming up|bills coming up|"
        "what bills are due|which bills are due|upcoming payments|what payments are coming up"
    ),
    NEXT: (
        "when is the next|when is my next|next charge|next payment|when will i be charged|due next|next due|"
        "when is the next charge of|when is the next payment|when do i pay|next bill|when is the next charge|"
        "when|due"
    ),
    ADVICE: (
        "what should i do|where can i save|where can i save money|how can i save|how can i save money|any advice|"
        "what can i do|what do you advise|where could i save|how do i save money|give me advice|saving tips|"
        "what should i change|how could i save money|advice|where can i cut back|what can i improve"
    ),
    WHAT_IF: (
        "what if i cancel|what if i cancelled|what if i quit|what if i end|if i cancel|if i cancelled|if i quit|"
        "what would i save if i cancel|what would i save if i cancelled|how much would i save if i cancelled|"
        "how much would i save if i cancel|how much do i save if i cancel|what happens if i cancel|"
        "what do i save if i cancel"
    ),
    AHEAD: (
        "how much will i have|how much money will i have|what will i have|what will be on my accounts|"
        "what will my balance be|what will be left|how much will be left|forecast|what will i have left|"
        "how much money will be left|will i have left|how much will i have left"
    ),
    MONTH_END: (
        "at the end of the month|end of the month|at month end|end of month|by the end of the month|month end|"
        "at the end of this month|by the end of this month|end of this month"
    ),
    YEAR_END: (
        "at the end of the year|end of the year|by the end of the year|end of this year|year end|"
        "at the end of this year"
    ),
    EURO: "eur|euro|euros",
    DOLLAR: "usd|dollar|dollars",
    POUND: "gbp|pound|pounds|sterling",
    FRANC: "chf|franc|francs",
    NEVER: "from me|of me|refund me|pay back|each of",
}

GERMAN: Mapping[str, str] = {
    FILL: (
        "der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|ich|mich|mein|meine|meinen|meinem|meiner|"
        "meines|wir|uns|unser|unsere|unseren|unserem|für|an|am|auf|bei|beim|im|in|ins|von|vom|zu|zum|zur|mit|aus|"
        "um|über die|bitte|habe|hab|haben|hat|hatte|hatten|bin|war|waren|ist|sind|wird das|wurde|wurden|es|so|"
        "denn|eigentlich|kannst du mir sagen|kannst du mir bitte sagen|kannst du|könntest du|sag mir|sage mir|"
        "zeig mir|zeige mir|zeig|zeige|gib mir|nenne mir|nenn mir|ich möchte wissen|ich wüsste gern|"
        "ich würde gerne wissen|ich will wissen|möchte|wissen|gern|gerne|was|welche|welcher|welches|welchen|"
        "welchem|wer|wem|geld|betrag|alles|danke|hallo du|mal|doch|nur|schon|bisher|bislang|auch|da|drauf|davon|"
        "hin|ging|gingen|geht|gehen|gegangen|floss|flossen|gebe|gibt|geben|gab|ausgebe|auszugeben|sich|wie|lag|"
        "lagen|liegt|sagen|anzeigen|alle meine|all meine|sämtliche|gesamten|gesamte|gesamt|denen|dass|und zwar|"
        "einzelne|einzelner|einzelnes|einzelnen|jeweils|lasse|lassen|ließ|machen|macht|monat des|ja|dort|"
        "insgesamt so|dafür|durch|entfallen|entfällt|an geld|gelassen|getragen|das leben|so für|von meinen|"
        "an meinen|meinen gesamten|entwickelt die|gerade|ungefähr|genau|gewesen|wert|üblicherweise|normalerweise|"
        "war ich|komme|kaufe|kaufte|einkaufen|dieser|diesen|der letzten zeit"
    ),
    AND: "und|sowie",
    HOW_MUCH: (
        "wie viel|wieviel|wie viel geld|wieviel geld|wie hoch|wie viel euro|wieviel euro|wie viele euro|wie gross"
    ),
    TOTAL: (
        "summe|insgesamt|gesamtsumme|zusammen|in summe|alles in allem|gesamtbetrag|summiere|in der summe|"
        "gesamthaft|total"
    ),
    SPEND: (
        "ausgegeben|ausgabe|ausgaben|gebe ich aus|kosten|kostet|kostete|gekostet|bezahlt|bezahle|bezahlte|"
        "gezahlt|zahle|zahlte|zahlen|verbraucht|rausgehauen|gesamtausgaben|gingen raus|ging raus|bei gelassen|"
        "verausgabt|ausgebe|beglichen|entrichtet|hingeblättert|raus|drauf gegangen|draufgegangen|monatsausgaben|"
        "jahresausgaben|gesamten ausgaben|zahl|zahlst"
    ),
    EARN: (
        "verdient|verdiene|verdiente|einnahme|einnahmen|einkommen|eingenommen|bekommen|erhalten|kam rein|"
        "kam herein|kamen rein|reingekommen|eingegangen|verdienst|einkünfte|eingänge|rein|herein|gesamteinnahmen|"
        "kam|hat mir|haben mir"
    ),
    NET: (
        "gespart|übrig|übrig geblieben|übriggeblieben|blieb übrig|blieb|unterm strich|unterm strich übrig|"
        "einnahmen minus ausgaben|einnahmen abzüglich ausgaben|einnahmen weniger ausgaben|zur seite gelegt|"
        "konnte ich zur seite legen|konnte zur seite legen|zurückgelegt|netto|saldo aus einnahmen und ausgaben|"
        "überschuss|zur seite legen|konnte"
    ),
    COUNT: (
        "wie oft|wie häufig|wie viele|wieviele|wie viele male|wieviele male|anzahl|anzahl der|wie viele besuche|"
        "häufigkeit|wie viel mal|wieviel mal|wieoft|besuche|zähle meine|zähl meine|zähle alle|zähle die"
    ),
    AVERAGE: (
        "durchschnitt|im durchschnitt|durchschnittlich|durchschnittliche|durchschnittlicher|durchschnittlichen|"
        "durchschnittliches|im schnitt|schnitt|im mittel|mittlere|mittlerer|mittleren|mittelwert"
    ),
    MAX: (
        "größte|größter|größten|größtes|höchste|höchster|höchsten|höchstes|teuerste|teuerster|teuersten|"
        "teuerstes|auf einmal am meisten"
    ),
    MIN: (
        "kleinste|kleinster|kleinsten|kleinstes|niedrigste|niedrigster|niedrigsten|billigste|billigster|"
        "billigsten|günstigste|günstigster|günstigsten"
    ),
    MOST: "am meisten|meisten|meiste geld|das meiste geld|am meisten geld|das meiste",
    TOP: "top|ersten",
    LIST: ("liste|liste auf|auflisten|alle|jede|jeder|jeden|jedes|gib mir alle|gib mir jede|aufzählen|auflistung"),
    SHARE: (
        "anteil|prozent|prozentsatz|in prozent|teil|welcher anteil|welchen anteil|welchen teil|anteil von|"
        "prozentual|prozentualer anteil|wie viel prozent|wieviel prozent|wie gross ist der anteil|anteilig"
    ),
    WHOLE: "gesamtausgaben|der gesamtausgaben|aller ausgaben|meiner gesamtausgaben",
    COMPARE: (
        "vergleiche|vergleich|im vergleich|im vergleich zum|im vergleich zu|verglichen mit|gegenüber|gegen|"
        "unterschied|unterscheiden|als|differenz|unterschied zwischen|vergleichen|unterschied bei|versus|vs|"
        "verglichen"
    ),
    MORE: (
        "mehr|weniger|höher|niedriger|zwischen|gestiegen|gesunken|gefallen|zugenommen|abgenommen|verändert|geändert"
    ),
    TREND: (
        "verlauf|entwicklung|entwickelt|entwickelte|entwickeln|monatsverlauf|trend|monat für monat|"
        "im zeitverlauf|über die zeit|monatsentwicklung|verlauf von|entwickelte sich"
    ),
    BALANCE: (
        "kontostand|kontostände|kontostands|saldo|wie viel ist auf|wieviel ist auf|wie viel geld liegt|"
        "wie viel geld ist auf|stand auf|stand|wie viel habe ich auf|wie viel liegt auf|wie viel geld ist|"
        "wieviel geld ist auf|guthaben|salden|wie ist der stand|wie viel geld habe ich auf dem konto|"
        "wie viel habe ich auf dem konto|wie viel geld ist auf dem konto|wieviel geld habe ich auf dem konto"
    ),
    HAVE: (
        "wie viel geld habe ich|wieviel geld habe ich|wie viel geld habe ich noch|wie viel habe ich noch|"
        "wieviel geld hab ich|wie viel geld hab ich|wie viel geld haben wir"
    ),
    NOW: ("jetzt|aktuell|aktueller|aktuelle|aktuellen|momentan|derzeit|gerade auf|im moment|zur zeit|gegenwärtig"),
    WHERE: "wo|wohin|bei wem|an wen",
    WHAT_ON: "wofür|worauf",
    BY_CATEGORY: (
        "kategorie|kategorien|nach kategorie|nach kategorien|pro kategorie|je kategorie|welche kategorie|"
        "welche kategorien|in welcher kategorie|ausgabenkategorien"
    ),
    BY_PAYEE: (
        "empfänger|empfängern|zahlungsempfänger|zahlungsempfängern|händler|händlern|laden|läden|geschäft|"
        "geschäfte|geschäften|nach empfänger|pro empfänger|nach händler|pro händler|je händler|je empfänger|"
        "in welchem laden|bei welchem händler|supermärkten|nach händlern|nach empfängern"
    ),
    BY_MONTH: (
        "nach monat|nach monaten|monatsweise|für jeden monat|je kalendermonat|in jedem monat|"
        "monatlich aufgeschlüsselt|welcher monat|welchem monat|in welchem monat|welchen monat"
    ),
    BY_ACCOUNT: "nach konto|nach konten|pro konto|je konto|konten|welches konto",
    PER_PAYMENT: (
        "pro einkauf|pro zahlung|pro besuch|je einkauf|je zahlung|je besuch|pro buchung|je buchung|pro mal|"
        "jedes mal|pro transaktion|je transaktion"
    ),
    PER_DAY: "pro tag|am tag|täglich|je tag|jeden tag",
    PER_WEEK: "pro woche|in der woche|wöchentlich|je woche|jede woche",
    PER_MONTH: "pro monat|im monat|jeden monat|je monat",
    MONTHLY: "monatlich|monatliche|monatlichen|monatlicher|monatliches",
    PER_YEAR: "pro jahr|im jahr|jährlich|jedes jahr|je jahr|jährliche|jährlichen",
    PAYMENTS: (
        "zahlung|zahlungen|einkauf|einkäufe|einkäufen|abbuchung|abbuchungen|käufe|kauf|rechnungen|rechnung|"
        "die zahlungen|gekauft|eingekauft|geldausgänge|abgänge"
    ),
    MOVEMENTS: "buchung|buchungen|transaktion|transaktionen|umsatz|umsätze|bewegungen|kontobewegungen",
    SERIES: (
        "welche abos habe ich|welche abos|welche abonnements habe ich|welche abonnements|zeig mir meine abos|"
        "zeige meine abos|liste meine abos|abos habe ich|wiederkehrende zahlungen|regelmäßige zahlungen|"
        "wiederkehrende ausgaben|regelmäßigen zahlungen|wiederkehrenden zahlungen|welche verträge habe ich|"
        "daueraufträge|laufende kosten|laufenden abos|fixkosten|was zahle ich regelmäßig|regelmäßige ausgaben|"
        "laufende abos|welche laufenden abos habe ich|anstehende rechnungen|kommende rechnungen|"
        "welche rechnungen kommen|welche rechnungen kommen demnächst|welche rechnungen stehen an|"
        "was wird demnächst abgebucht"
    ),
    NEXT: (
        "wann ist die nächste|wann kommt die nächste|nächste abbuchung|nächste zahlung|das nächste mal|"
        "wann wird das nächste mal|wann|abgebucht|fällig|nächsten|nächste rechnung|wieder"
    ),
    ADVICE: (
        "was soll ich tun|wo kann ich sparen|wie kann ich sparen|spartipps|was sollte ich tun|"
        "wo könnte ich sparen|was rätst du mir|was kann ich tun|wie kann ich geld sparen|wo kann ich geld sparen|"
        "hast du einen rat|was kann ich verbessern|wo lässt sich sparen|was empfiehlst du"
    ),
    WHAT_IF: (
        "was wäre wenn ich|was passiert wenn ich|was spare ich wenn ich|wie viel spare ich wenn ich|"
        "wie viel würde ich sparen wenn ich|was würde ich sparen wenn ich|was bringt es|kündige|kündigen würde|"
        "kündigte|kündigen|wenn ich|zu kündigen"
    ),
    AHEAD: (
        "wie viel werde ich haben|wie viel geld werde ich haben|werde ich haben|prognose|wie viel bleibt|"
        "wie viel wird übrig sein|wie viel bleibt mir|was bleibt mir|wie viel werde ich noch haben|vorhersage|"
        "wie viel werde ich|werde ich|wie viel geld werde ich"
    ),
    MONTH_END: (
        "am monatsende|am ende des monats|ende des monats|zum monatsende|bis monatsende|ende monat|monatsende|"
        "bis zum monatsende"
    ),
    YEAR_END: "am jahresende|ende des jahres|zum jahresende|bis jahresende|jahresende|am ende des jahres",
    EURO: "euro|eur",
    DOLLAR: "dollar|us dollar",
    POUND: "pfund",
    FRANC: "franken|schweizer franken",
    NEVER: "von mir|an mich",
}

Phrase = tuple[str, ...]


def _phrases(words: Mapping[str, str]) -> dict[Phrase, str]:
    return {words_of(phrase): meaning for meaning, text in words.items() for phrase in text.split("|")}


_ENGLISH, _GERMAN = _phrases(ENGLISH), _phrases(GERMAN)
PHRASES: Mapping[Phrase, str] = {**_GERMAN, **_ENGLISH}
LONGEST = max(map(len, PHRASES))
ENGLISH_WORDS = frozenset(word for phrase in _ENGLISH for word in phrase)
GERMAN_WORDS = frozenset(word for phrase in _GERMAN for word in phrase)
GRAMMAR_WORDS = ENGLISH_WORDS | GERMAN_WORDS
