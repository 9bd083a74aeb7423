"""What money words mean, by language: regular expressions over plain text, one for each concept."""

from __future__ import annotations

import re
from collections.abc import Mapping

CONCEPTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "out": r"price|prices|spen[dt](?! time)|spends|spending|spendings|(?<!was )(?<!were )(?<!been )(?<!got )paid(?! in| by (?!card|cash|direct|transfer|phone))|pays?(?! (?:off|attention|check|day))|paying(?! off| attention)|cost|costs|costing|expenses?|expenditures?|outgoings?|outlays?|outflows?|went (?:to|out|on|toward|towards|into)|go(?:es)? (?:to|out|on|toward|towards|into)|going (?:to|out|on) (?=@|your|the)|billed|bought|purchased|left your account|(?:has|have|had) gone (?:to|on|out|into)|gone (?:to|on|into)|took up|debited|charged|outgoing|shelled out|swallowed|handed over",
        "in": r"arriv(?:e|es|ed|ing)|landed|lands|enters?|entered|deposited|flow(?:s|ed)? in|(?:was|were|been|got) paid by(?! card| cash)|gave you|gives you|give you|brought you|brings you|bring you|sent you|earned you|pays you|paid you|handed you|made you|came from|comes from|richer|refund|refunds|refunded|reimburs\w+|cashback|paid back|got back|gave back|came back|profit|profits|bonus|yield(?:s|ed)?|windfall|interest earned|earns?(?! (?:a|it|some))|earned(?! (?:a |an |it |your |some ))|earning|earnings|income|incomes|salary|salaries|wages?|receive|received|receives|receipts|came in(?:to)?|com(?:es?|ing) in(?:to)?|brought in|brings in|pay ?check|paycheque|pay day|inflows?|incoming|took home|take home|revenues?|paid in(?:to)?|credited|take home pay|made(?= @)|gained",
        "saved": r"sav(?:e|es|ed|ing|ings)|put aside|set aside|putting aside|put away|squirrell?ed away|tucked away|stashed|laid aside",
        "left": r"kept|keeps?(?! (?:an eye|going|track|up|it|in|on|a|your|close|watching|at|calm|things))|left(?! your)|left over|leftover|remain|remains|remaining|remained|surplus|retained|retain|net|to spare|unspent|in hand",
        "owed": r"ow(?:e|es|ed|ing)|debts?|loans?|borrow|borrowed|borrows|borrowing|arrears|liabilit\w+|indebted|overdrawn|in the red",
        "balance": r"(?<!on )balances?|on (?:the|your|this) accounts?|in (?:the|your|this) (?:\S+ )?accounts?|(?:holds?|held|holding)(?= @)|account (?:stands|stood|holds|held)|assets|wealth",
        "limit": r"limits?|ceiling|cap|capped|credit line|overdraft(?: limit)?|maximum|allowed",
        "budget": r"budgets?|budgeted|allowance|allotted|allocated|planned|earmarked",
        "fee": r"fees?|commission|commissions|surcharges?",
        "interest": r"(?<!in your )(?<!best )(?<!of )interest",
        "goal": r"goals?|targets?|aims?|aiming|objective",
        "refund": r"refund|refunds|refunded|reimburs\w+|cashback|paid back|gave back",
        "togo": r"still (?:.{0,24} )?to (?:save|go|put|set)|still (?:to|need\w*|have|has|left) (?:to )?(?:save|go|pay|put|set)?|(?:left|remain\w*) to (?:save|go|put)|to go|to be saved|missing|short of|away from|more to save|yet to|lack\w*|need(?:s|ed)? to save|remain(?:s|ing)? until|needed|(?:is|are) still missing|still (?:lacks?|missing|needed|short)",
        "usual": r"(?<!than )(?<!than your )(?<!than the )(?<!the )(?<!against )(?<!against your )(?<!with )(?<!with your )(?<!to your )(?<!as )(?:usual|usually|normal|normally|typical|typically|average|averages|averaged|habitually|ordinarily|generally|on average|baseline|median|middle|regular|regularly|habitual|ordinary|customary|customarily|tends? to|otherwise)",
        "forecast": r"forecast\w*|expect|expects|expected|predicted|projected|likely|estimate[ds]?|upcoming|will|would|anticipated|next|planned",
    },
    "de": {
        "out": r"preis|preise|\w*preis|tarif|abgegangen|weg\s?gegangen|abgezogen|einbehalten(?=x)|belast\w*|genommen|draufgegangen|draufgehen|drauf|hingeblaettert|ausgaben?\w*|ausgaben?|ausgegeben|gab(?:en|st)? (?:.{0,80} )?aus|gib(?:t|st) (?:.{0,80} )?aus|geben (?:.{0,80} )?aus|ausgeb\w*|bezahl\w*|zahl(?:t|te|ten|en|ung|ungen|test)(?! sich)|gezahlt\w*|kost(?:en|et|ete|eten|ende)|gekostet|kostenpunkt|flossen (?!ein)|floss (?!ein)|geflossen|fliess(?:t|en)|verbraucht|\w+ausgaben|(?!neben)\w+kosten|abfluesse|abgefloss\w*|abgebucht\w*|ging(?:en)? (?:fuer|an|in|auf|weg|hinaus|raus|ab|drauf)|gehen (?:fuer|an|in|weg)|geht (?:fuer|an|in|weg)|gegangen|aufgewend\w*|aufwand|aufwendungen|ausgezahlt|beanspruch\w*|verschl(?:ang|ungen|ingt|ingen)|investiert|abzug|entfallen|entfiel\w*|entfaellt",
        "in": r"(?:bringt|bringen|brachten?)(?= @)|eingetroffen|traf(?:en)? (?:.{0,60} )?ein|angekommen|einkuenften|eingehend\w*|zufliess\w*|hereinfloss\w*|floss(?:en)? (?:.{0,60} )?(?:ein|zu)(?= [.,;])|reicher|erwirtschaft\w*|einbringen|eingebracht|brachten?(?= .{0,30}(?:ein|@))|bracht\w* (?:sie|ihnen|dir)|auszahlt|zahlt (?:ihnen|dir)|zahlten? (?:ihnen|dir)|ihnen gezahlt|kam(?:en)? .{0,40} von|kommen .{0,20} von|lohn|gewinn\w*|gewonnen|erstatt\w*|rueckerstatt\w*|rueckverguet\w*|zurueckbekommen|zurueckgezahlt|schenkt\w*|beschert\w*|eingespielt|zugeflossen|zurueckgeflossen|zurueckgekommen|bei ihnen angekommen|bonus|einnahmen?|eingenommen|nahm(?:en|st)? (?:.{0,80} )?ein|nehmen (?:.{0,80} )?ein|(?<!sich )verdien\w*|einkommen|einkuenfte|gehalt|gehaelter|lohn|loehne|erhalten|erhielt\w*|erhaelt|bekam\w*|bekommen|bekommt|kam(?:en)? (?:.{0,80} )?(?:herein|rein|hinzu)|kommen (?:.{0,80} )?herein|hereingekommen|eingegangen\w*|ging(?:en)? (?:.{0,80} )?ein|gehen (?:.{0,80} )?ein|eingaenge?|zugeflossen|zufluss|zufluesse|gutgeschrieben\w*|gutschrift\w*|erlaes\w*|eingang|\w+einnahmen|\w+einkommen|vereinnahmt|kassiert(?=x)|verdienst",
        "saved": r"spar(?:en|t|te|ten|test|quote)|gespart\w*|erspart\w*|erspar\w*|ersparn\w*|zurueckgeleg\w*|leg\w* (?:.{0,80} )?(?:zurueck|beiseite)|beiseite\s?gelegt\w*|auf die seite gelegt|einspar\w*|eingespart|sparrate|sparbetrag|angespart",
        "left": r"uebrig\w*|behalten(?! sie .{0,40}(?:auge|blick))(?! .{0,40}im (?:auge|blick))|behielt\w*|ueberschuss\w*|\w+ueberschuss|verblieb\w*|verbleib\w*|bleib(?:t|en) (?:ihnen|dir|noch)|blieben (?:ihnen|dir|noch)|rest(?! (?:des|der|vom|von))|restbetrag|netto|einbehalten|blieb(?:en)? (?:.{0,60} )?(?:uebrig|haengen)|verfuegbar|frei(?= [.,;])",
        "owed": r"geliehen\w*|kreide|in den miesen|im minus|ausstaende|ausstehend\w*|schuld(?:en|et|ete|eten|est)?|\w*schulden|schuldig|geschuldet|kredit(?:e|en|s)?|darlehen\w*|\w+kredit|verbindlichkeit\w*|verschuld\w*|geliehen|rueckstand|rueckstaende|offene[nrs]? (?:betrag|posten|schuld\w*)|ueberzogen",
        "balance": r"\w*kontostand\w*|kontostaende|saldo|salden|\w*guthaben|auf (?:dem|ihrem|deinem|den|ihren) \S*kont(?:o|en)|vermoegen\w*|bestand",
        "limit": r"\w*limits?|\w*obergrenze\w*|hoechstbetrag|kreditrahmen|(?<!ueblichen )(?<!im )(?<!normalen )\w*rahmen|dispo\w*|grenze|hoechstgrenze|maximum|maximal",
        "budget": r"\w*budgets?|eingeplant\w*|vorgesehen\w*|geplant\w*|veranschlagt\w*|planbetrag",
        "fee": r"\w*gebuehr(?:en)?|\w*entgelte?|provision(?:en)?|spesen",
        "interest": r"\w*zins(?:en)?|verzinsung",
        "goal": r"\w*ziel(?:e|s|betrag|wert)?|zielgroesse|anvisiert\w*|angestrebt\w*",
        "refund": r"erstatt\w*|rueckerstatt\w*|rueckzahlung\w*|rueckverguet\w*|zurueckbekommen|zurueckgezahlt",
        "togo": r"(?:noch|muessen|muss) (?:.{0,60} )?(?:gespart|zurueckgelegt|angespart) werden|noch (?:zu sparen|zu \w+|noetig|sparen|zuruecklegen|offen)|fehl(?:t|en|te|ten|end\w*|betrag)|brauch(?:t|en) .{0,30}noch|noch .{0,60}(?:sparen|zuruecklegen|zu sparen|noetig|gebraucht)|bis zum ziel|trennen|noch ausstehend",
        "usual": r"(?<!als )(?<!dem )(?<!als im )(?<!wie )(?<!vom )(?<!gegenueber )(?<!im )(?:ueblich\w*|ueblicherweise|normal\w*|normalerweise|gewoehnlich\w*|gewohnt\w*|durchschnitt\w*|im schnitt|typisch\w*|mittlere\w*|meist|meistens|in der regel|sonst|regulaer\w*|im mittel|im normalfall)",
        "forecast": r"prognos\w*|erwart\w*|voraussichtlich\w*|vorhersag\w*|geschaetzt\w*|wahrscheinlich\w*|wird|werden|naechste[nrsm]?|anstehend\w*|vermutlich|duerften?",
    },
    "fr": {
        "out": r"prix|tarif|preleve\w*|pris(?! en)|prise(?! en)|reclame\w*|laisse|englout\w*|coutent|sorti\w*|partis?|depens(?:e|es|ee|ees|er|ez|ent|ait|aient|iez)|pay(?:e|es|ee|ees|er|ez|ait|iez)|pai(?:e|es|ent)(?= (?!mensuelle))|cout|couts|cout(?:e|es|ee|ent|er|ait|aient)|frais|sorti|sortis|sortie|sorties|debourse\w*|verse\w*(?! par)|facturees?|regle|reglee|regles|reglez|achete\w*|achats?|debite\w*|consacre\w*|est alle|sont alles|est allee|sont allees|va a|vont a|parti|partis|partie(?= a| dans| pour)|partent|part(?= a| en)|prelev\w*|charge[s]?|decaisse\w*|absorbe\w*|englouti\w*|quitte votre compte",
        "in": r"arriv(?:e|es|ee|ees|ent|ait)|entrent|entrait|atterri\w*|verses? sur|depos\w+|rapport(?:e|es|ent|ee|ees|er|ait|erent)(?! a)|enrichi\w*|plus riche|vous (?:verse|versent|a verse|ont verse|paie|paient|a paye|ont paye|donne|a donne|ont donne)|avez reclame|avez encaisse|rembours\w*|restitu\w*|rendus?|vien(?:t|nent) de|venai(?:t|ent) de|provien\w*|genere\w*|benefice\w*|parvenus?|gagn(?:e|es|ee|ees|er|ez|ent|ait|iez)|revenus?|salaires?|recu|recus|recue|recues|recevez|recoit|rentre|rentrent|rentres?|entre(?= (?:sur|dans))|entres|encaisse\w*|percu\w*|percev\w*|touche|touches|touchez|remuneration|credite\w*|paie mensuelle|apport\w*|rapporte\w*",
        "saved": r"epargn\w*|economis\w*|economies?|mis de cote|mettre de cote|mise de cote|met\w* de cote|mises de cote",
        "left": r"rest(?:e|es|ent|ait|aient|ant|er|era|eront|ant)(?: disponibles?)?|garde[szr]?|gardez|conserve\w*|conservez|excedent\w*|solde positif|net|surplus|reliquat|il (?:vous|te) rest\w+|de reste",
        "owed": r"dette|dettes|(?:doi(?:s|t|vent)|dev(?:ez|iez|ait))(?= (?:encore |toujours |aussi )?@)|(?:vous devez|tu dois)(?= (?:encore|toujours|a |au |aux |sur))|dus|due|dues|du(?= sur| a | aux)|emprunt\w*|prets?(?! a| pour| de)|endett\w*|creance|arrieres?|decouvert",
        "balance": r"soldes?|sur (?:le|votre|vos|les|ce) comptes?|avoirs?|patrimoine|solde disponible",
        "limit": r"plafond\w*|limites?|maximum|decouvert autorise|seuil",
        "budget": r"budgets?|budgete\w*|enveloppe|prevu\w*|alloue\w*|planifie\w*",
        "fee": r"frais|commissions?|penalites?|cotisations?(?=x)",
        "interest": r"interets?|agios",
        "goal": r"objectifs?|cible|but|vise\w*",
        "refund": r"rembours\w*|avoir(?=x)|restitu\w*",
        "togo": r"rest\w+ (?:encore )?(?:@ )?a (?:epargner|mettre|economiser|trouver|reunir)|a epargner|manqu\w*|(?:encore|reste) .{0,40}a (?:epargner|mettre de cote|economiser)|pour atteindre|separent|doi\w+ encore (?:epargner|mettre)|il (?:vous )?faut encore",
        "usual": r"(?<!que d' )(?<!qu' a l' )(?<!d' )(?<!que l' )(?<!par rapport a la )(?<!au )(?<!a la )(?<!de la )(?:habituel\w*|d' habitude|normale?s?|normalement|moyenne?s?|en moyenne|typique\w*|generalement|ordinaire\w*|ordinairement|d' ordinaire|usuel\w*|median\w*|courant\w*(?=x)|en temps normal|en general)",
        "forecast": r"previ\w*|prevu\w*|attend\w*|estim\w*|probabl\w*|devrait|devraient|prochain\w*|anticip\w*|projection|sera|seront",
    },
    "es": {
        "out": r"precio|precios|tarifa|quitad\w*|quit(?:o|aron)|dejad\w*|salido|salid[oa]s|ha cobrado|cobra|cobro|cobran|te cobra\w*|le cobr\w*|desembolsad\w*|perdid\w*|gast(?:o|os|a|as|ado|ada|ados|adas|ar|aba|aron|aste|amos|an)|pag(?:o|os|a|as|ado|ada|ados|adas|ar|aron|aste|ue|aba|an)|cuest(?:a|an|e)|cost(?:o|os|e|es|aron|ado|aba|ar|aste)|salid[oa]s?|salio|salieron|sale|salen|desembols\w*|fue(?:ron)? (?:a|para|en)(?= @| la| el| los| las)|ido a|destin\w*|van a|factur(?:o|aron|ado|ada)|compr(?:o|as|a|ado|aste|aron|ar)|carg(?:o|os|aron|ado|ados|ar)|abon(?:o|aron|ado)(?= a)|dedic\w*|invirti\w*|invertid\w*|absorb\w*|se llev\w+|se han ido|se fueron|se fue|egres\w*|consum\w*",
        "in": r"lleg(?:aron|ado|o|an|a)(?! a)|cobrad[oa]s|entran|depositad\w*|(?:te|le|les|os) (?:paga|pagan|pago|pagaron|da|dan|dio|dieron|ha dado|han dado|ha pagado|han pagado|regala|entrega|ha entregado|aporta)|genera(?:n|do|ron)?|has cobrado|ha cobrado usted|cobraste|mas ric[oa]|enriquec\w*|vinieron de|vino de|vienen de|procede\w*|rembols\w*|reembols\w*|devolucion\w*|devuelt\w*|devolvi\w*|reintegr\w*|beneficio|aport(?:a|an|o|aron|ad\w*)|proporciona\w*|ganas(?= @)|gan(?:o|a|ado|ada|ados|adas|ar|aron|aste|ancia|ancias|aba|an)|ingres(?:o|os|a|as|ado|ados|aron|ar|aste)|salarios?|sueldos?|nominas?|recib(?:io|ido|ida|idos|idas|e|en|iste|ieron|ir)|entr(?:o|aron|ado|a|an)|percib\w*|renta(?=s del)|remuneracion|abonado en|haberes|embols\w*",
        "saved": r"ahorr\w*|apart(?:o|ado|aste|ar|aron)|reserv(?:o|ado|aste|aron)|guard(?:o|ado|aste|aron|ar)",
        "left": r"qued(?:a|o|an|aron|ado|aba|aban|arse|ar|aran|ara)|sobr(?:o|a|an|aron|ado|ante|antes|aba)(?! )|sobr(?:o|a|an|aron|ado|ante)(?= @)|sobrantes?|conserv\w*|excedentes?|superavit|neto|resta(?:n|nte|ntes)?|remanente|le quedan|se quedo",
        "owed": r"deb(?:e|es|en|ia|ian|emos|er)(?= @| aun| todavia| a | un| en| por)|deud\w*|adeud\w*|prestamos?|prestad\w*|creditos?|endeud\w*|pendiente de pago|atras(?:o|os)|numeros rojos|descubierto|se debe",
        "balance": r"saldos?|en (?:la|su|tu|las|sus) cuentas?|patrimonio|activos?|haber(?=x)",
        "limit": r"limites?|tope|maximo|techo",
        "budget": r"presupuest\w*|previst\w*|asignad\w*|planead\w*|planificad\w*",
        "fee": r"comision\w*|tarifas?(?=x)|recargos?|cuotas? bancarias?",
        "interest": r"interes(?:es)?",
        "goal": r"objetivos?|metas?|fijad\w*",
        "refund": r"reembols\w*|devolucion\w*|devuelt\w*|reintegr\w*",
        "togo": r"falt(?:a|an|aba|aban)|por ahorrar|queda(?:n)? (?:\S+ )?por|separan|para (?:llegar|alcanzar)|necesita\w* .{0,30}(?:ahorrar|todavia|aun)|aun (?:tien|deb)\w+ (?:que )?ahorrar",
        "usual": r"(?<!de lo )(?<!que de )(?<!que lo )(?<!a lo )(?<!que )(?<!de la )(?<!a la )(?<!como es )(?<!que el )(?<!con lo )(?:habitual\w*|habitualmente|normal(?:es)?|normalmente|medi[oa]|promedio|en promedio|tipic\w*|acostumbr\w*|generalmente|de costumbre|por lo general|corrientemente|ordinari\w*)",
        "forecast": r"prev\w*|esper\w*|estim\w*|probabl\w*|proxim\w*|pronostic\w*|proyect\w*|anticip\w*|sera|seran",
    },
}  # fmt: skip

COUNTED: Mapping[str, str] = {
    "en": r"occasions?|purchase|cases?|transactions?|payments?|bookings?|purchases?|times?|charges|rows?|entries|visits?|trips?|orders?|subscriptions?|accounts?|items?|movements?|transfers?|debits?|receipts?|occasions?|services?|contracts?|invoices?|withdrawals?|deposits?|meals?|rides?|days?|months?|weeks?|bills",
    "de": r"transaktion(?:en)?|zahlung(?:en)?|buchung(?:en)?|kaeufen?|einkaeufen?|mal|posten|\w*zahlungen|\w*buchungen|\w*einkaeufen?|besuchen?|bestellungen|abos?|abonnements|konten|vorgaenge?n?|bewegungen|ueberweisungen|lastschriften|fahrten|vertraege?n?|rechnungen|abhebungen|tagen?|monaten?|wochen|\w*bewegungen|umsaetzen?|belegen?",
    "fr": r"occasions?|reprises?|transactions?|paiements?|operations?|achats?|fois|lignes?|ecritures?|visites?|commandes?|abonnements?|comptes|mouvements?|virements?|prelevements?|trajets?|contrats?|factures?|retraits?|jours?|mois|semaines?|depots?",
    "es": r"ocasion|ocasiones|transacciones|transaccion|pagos?|operaciones|operacion|compras?|veces|vez|lineas?|apuntes?|visitas?|pedidos?|suscripciones|suscripcion|cuentas?|movimientos?|transferencias?|cargos?|viajes?|contratos?|facturas?|retiros?|retiradas?|dias?|mes|meses|semanas?|recibos?|asientos?",
}  # fmt: skip

PARTS: Mapping[str, str] = {
    "en": r"rate|share|ratio|part|portion|proportion|fraction",
    "de": r"\w*quote|anteil\w*|\w*teil|verhaeltnis",
    "fr": r"taux|part|proportion|rapport|ratio",
    "es": r"tasa|parte|proporcion|ratio|cuota|porcion",
}
DIFFERENCE: Mapping[str, str] = {
    "en": r"against (?:your |the |a )?(?:normal|usual|average|year|month|typical|previous|last)\w*|(?:above|below|over|under) (?:its |your |the )?(?:earlier )?(?:normal|usual|average)|change(?:s)?|difference|rise|increase|decrease|drop|versus|vs|compared|(?:more|less) than|deviation|growth|gap|step",
    "de": r"gegenueber \w+|veraenderung|aenderung|unterschied|differenz|abweichung|anstieg|rueckgang|im vergleich|verglichen|(?:mehr|weniger) als|zunahme|abnahme",
    "fr": r"par rapport|ecart|variation|difference|evolution|hausse|baisse|(?:plus|moins) que|compare|changement|vs",
    "es": r"frente a|respecto|variacion|diferencia|cambio|aumento|descenso|(?:mas|menos) que|comparado|comparacion|contra lo|vs",
}  # fmt: skip

BROAD_VERBS: Mapping[str, str] = {
    "en": r"arrived|left|returned|flowed|landed|followed|is|are|was|were|has|have|had|did|does|do|went|go|goes|come|comes|came|make|made|makes|amount(?:s|ed)?|total(?:s|led|ed)?|reached|rose|fell|dropped|grew|increased|decreased|climbed|stands?|stood|stayed|remained?|remains|took|takes|accounted|use|used|hit|cancel|booked|sank|went|shrank|jumped|exceeded|sits?|sat|brought|leaves?|put|needs?|could|would|should|can",
    "de": r"trafen|flossen|verliessen|ist|sind|war|waren|hat|haben|hatten|wurde[n]?|wird|werden|betr(?:ug|ugen|aegt|agen)|belief\w*|belaufen|belaeuft|stieg\w*|sank\w*|fiel\w*|lag|lagen|liegt|liegen|macht\w*|erreicht\w*|nahm|nahmen|kam|kamen|ging|gingen|blieb|blieben|bleibt|bleiben|ergab\w*|ergibt|summier\w*|gab|gaben|geben",
    "fr": r"arriv\w+|quitt\w+|est|sont|etait|etaient|a|ont|avez|avait|s' eleve\w*|represent\w*|atteint|atteignent|atteignait|fait|font|augment\w+|baiss\w+|mont\w+|tomb\w+|reste|restent|diminu\w+|totalis\w+|se chiffr\w+|depass\w+",
    "es": r"lleg\w+|sal\w+|volvi\w+|es|son|fue|fueron|era|eran|ha|han|hay|asciend\w*|ascend\w*|sum\w+|subi\w*|baj(?:o|aron)|represent\w+|alcanz\w+|aument\w+|disminuy\w+|cay\w*|supon\w*|supus\w*|cre\w+|total\w+|qued\w+|supera\w*|mantuv\w*",
}  # fmt: skip

STRONG_IN: Mapping[str, str] = {
    "en": r"(?:was|were|been|got) paid by(?! card| cash| direct)|(?:gave|gives?|brought|brings?|sent|sends|earned|earns|pays|paid|handed|made|owes?|owed|got|gets|transferred|credited) (?:to )?you",
    "de": r"(?:zahlt|zahlte|zahlten|zahlen|bringt|brachten?|schenkt|gibt|gab|gaben|schickt|ueberwies|ueberweist|schuldet) (?:ihnen|dir)|(?:ihnen|dir) .{0,20}(?:auszahl\w*|gezahlt|ausgezahlt|eingebracht|zahlt|gebracht|ueberwiesen|geschenkt|gutgeschrieben)|(?:sie|du) .{0,60}kassiert|(?:sie|du) kassier\w+|brachten? (?:sie|ihnen)|kam(?:en)? (?:.{0,40} )?von",
    "fr": r"vous (?:versent?|a verse|ont verse|paie|paient|a paye|ont paye|donnent?|a donne|ont donne|rapportent?|a rapporte|ont rapporte|rend|doit|doivent|reverse\w*|offre|a offert|envoie|a envoye)|(?:avez|as) (?:reclame|encaisse|touche)|vien(?:t|nent) de(?! votre compte)|venai(?:t|ent) de|provien\w* de",
    "es": r"(?:te|le|les|os) (?:pagan?|pago|pagaron|dan?|dio|dieron|ha dado|han dado|ha pagado|han pagado|regala|entrega|ha entregado|aportan?|ingresan?|ingreso|debe|deben|genera|abona|abono|reporta)|(?:has|ha usted) cobrado|cobraste|vinieron de|vino de|vienen de|viene de",
}  # fmt: skip
"""Phrases of money coming in that hold a word of money going out."""
STRONG_OUT: Mapping[str, str] = {
    "en": r"bank (?:kept|keeps|retained)|(?:received|receives|got|gets|took|takes|collected|earned) (?:\S+ ){0,3}from you",
    "de": r"bank (?:behielt|behaelt)|(?:erhielt|bekam|bekommt|erhaelt|kassierte?|nahm) (?:\S+ ){0,3}von (?:ihnen|dir)|von (?:ihnen|dir) (?:\S+ ){0,3}(?:erhalten|bekommen|kassiert)",
    "fr": r"banque (?:a garde|garde|a retenu|retient)|(?:a|ont) (?:recu|encaisse|touche|percu) (?:\S+ ){0,3}de (?:votre|ta) part|vous (?:sont|est|a|ont) (?:ete )?reclame\w*",
    "es": r"banco (?:se quedo|se queda|retuvo|retiene)|(?:recibio|cobro|ha cobrado|ha recibido) (?:\S+ ){0,3}de (?:usted|ti|su|tu)|(?:te|le) (?:ha |han )?cobr\w+|(?:te|le) (?:ha|han) quitado",
}  # fmt: skip
TOPIC_NOUNS: Mapping[str, str] = {
    "en": r"refunds?|reimbursements?|cashback|fees?|bank charges|charges|commissions?|interest",
    "de": r"\w*erstattung(?:en)?|rueckzahlung(?:en)?|\w*gebuehr(?:en)?|\w*entgelte?n?|\w*zinsen",
    "fr": r"remboursements?|frais(?: bancaires)?|commissions?|interets?|agios",
    "es": r"reembolsos?|devoluciones|comision(?:es)?(?: bancarias)?|interes(?:es)?",
}  # fmt: skip
"""Nouns that name what the money is about: their verb tells where it went."""

USUAL_WORDS: Mapping[str, str] = {
    "en": r"usual\w*|normal\w*|typical\w*|average\w*|habit\w*|ordinar\w*|generally|baseline|median|middle|regular\w*|custom\w*|tends? to|otherwise|mostly|most months|as a rule",
    "de": r"ueblich\w*|normal\w*|gewoehnlich\w*|gewohn\w*|durchschnitt\w*|schnitt|typisch\w*|mittlere\w*|meist\w*|regel|sonst|regulaer\w*|mittel|pflegen",
    "fr": r"habit\w*|normal\w*|moyenne?s?|typique\w*|generale?\w*|ordinaire\w*|usuel\w*|median\w*|d'|avez coutume|coutume",
    "es": r"habitual\w*|normal\w*|medi[oa]|promedio|tipic\w*|suel\w*|acostumbr\w*|general\w*|costumbre|corriente\w*|ordinari\w*",
}  # fmt: skip
