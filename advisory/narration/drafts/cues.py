"""Words that state a change or a comparison with the usual, by language.

Every pattern runs over a clause's plain text; `void` comes first and takes the phrases in which such a word says
nothing of a change (to add up to, more or less, en plus de, nicht mehr).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

USUAL_EN = r"(?:the |your |its |their |our |this |that |a |an )*(?:own )?(?:usual|normal|norm|average|typical|budget|limit|trend|level|range|previous|earlier|last|past|habitual|customary|month|year|what)"
USUAL_DE = r"(?:dem |der |den |des |ihrem |ihren |ihrer |deinem |deiner |das |die |einem |als )*(?:uebl|normal|gewohn|gewoehn|durchschnitt|schnitt|mittel|vormonat|vorjahr|norm|sonst|budget|limit|niveau|wert|plan)"
USUAL_FR = r"(?:la |le |les |votre |vos |l' |ta |ton |de |du )*(?:moyenne|normale?|habitude|niveau|budget|ordinaire|seuil|plafond|mois)"
USUAL_ES = r"(?:la |el |los |su |tu |lo |de )*(?:media|promedio|habitual|normal|nivel|presupuesto|costumbre|limite|mes)"

EN = {
    "void": r"no more than an?(?! usual)|more or less|once more|what's more|more and more often|no more excuses|up to (?:you|date)|up to(?= @)|up and running|more about|more (?:information|details?|time|often than not)"
    r"|(?:add|adds|added|adding|sum|sums|summed|sign|signed|set|end|ended|make|makes|made|making|took|take|takes|keep|kept|pay|paying|paid|save|saved|break|follow|build|built|cut|cutting|write|wrote|settle|look|slow|pile) (?:up|down)"
    r"|down payments?|step up|back up|above all|the above|over time|all over|over and over|nevertheless|nonetheless|unless|fall (?:due|short|behind|back|under|into)|falls (?:due|under|into)|fell (?:due|under|into)|fell short|falls short|more than enough|rise to the"
    r"|less so|in less than no time|grow(?:ing)? (?:your|the) (?:savings|buffer)|to (?:cut|reduce|lower|increase|raise|grow|drop|trim)|(?:cutting|reducing|lowering|trimming|dropping|raising) (?:your|the|this|that|one|some|back)"
    r"|growing number|more than one|no more than one|decrease your|reduce your|lower your|increase your|more (?:closely|carefully|easily|clearly|room|flexib\w+|attention|control)|higher education|stable (?:income|job)|in the same (?:way|vein|month|time)|at the same time|same day|the same (?:month|week|day|payee|account|year|period|place|card|rhythm|category)|less than ideal",
    "up": r"more|higher|greater|bigger|larger|dearer|costlier|pricier|steeper|heavier|less (?:cheap|cheaply)|above|beyond (?="
    + USUAL_EN
    + r")|over (?="
    + USUAL_EN
    + r")|over(?= @)"
    r"|exceed(?:s|ed|ing)?|outstripped|surpass(?:ed|es|ing)?|topped|rose|risen|ris(?:es?|ing)|rises|increas(?:e|es|ed|ing)|grew|grow|grown|grows|growing|growth|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|swell(?:s|ed|ing)?|swollen|spik(?:e|es|ed|ing)|rocket(?:s|ed|ing)?|skyrocket(?:s|ed|ing)?|mounted|upwards?|uptick|upturn|hike[ds]?|escalat\w+"
    r"|(?:is|are|was|were|went|gone|goes?|going|been|moved|crept|ticked|edged|inched|shot|be|nudged|drifted|headed|stands?|stood|trended|trending|pushed|bumped|driven) up|reached(?=x)|up(?= by| @| on | from| compared| against| over| versus| a little| slightly| sharply| this| since| in )|raised|upped|inflated|worse than",
    "down": r"(?:more|much) (?:cheaply|affordable|modest)|less|lower|lowest(?=x)|fewer|smaller|cheaper|lighter|more frugal|below|beneath|under (?="
    + USUAL_EN
    + r")|under(?= @)|undershot|fell|fallen|fall|falls|falling|drop(?:s|ped|ping)?"
    r"|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|sank|sunk|sinks?|sinking|shrank|shrunk|shrinks?|shrinking|dipp(?:ed|ing)|dips?|slipp(?:ed|ing)|slips?|slid|slides?|reduced|reduction|reduces|tumbl(?:ed|es|ing|e)|plung(?:ed|es|ing|e)|plummet\w*"
    r"|(?:is|are|was|were|went|gone|goes?|going|been|moved|crept|ticked|edged|inched|be|came|comes?|coming|brought|nudged|drifted|headed|stands?|stood|trended|trending|pushed|driven) down|down(?= by| @| on | from| compared| against| over| versus| a little| slightly| sharply| this| since| in )|(?<=@ )down|downwards?|downturn|downtick|eased|eases|lowered|trimmed|halting(?=x)|shed|receded|diminish(?:ed|es|ing)?|dwindl\w+|retreated|subsided|cooled|was cut|were cut|contracted|lessened",
    "same": r"unchanged|unaltered|steady|stable|(?:stayed|remained|was|were|is|are|held|nearly|roughly|broadly|practically) flat|(?:exactly |just |about |much )?the same|same as|identical|constant|as (?:usual|always|ever|before)|no (?:real )?change|in line with|match(?:ed|es)(?= (?:the|your|last|what|that))|exactly as (?:much|usual)|as much as|(?:held|kept|holds|keeps|holding|keeping) (?:steady|firm|its price\w*|(?:its|their|the) (?:price|prices|level))|stayed put|(?:stayed|remained|stays|remains|held) (?:at(?= @)|where|level)|no different|equal to|equals|level with|even with|on par|on a par|did not (?:change|move|budge|vary)|didn't (?:change|move|budge|vary)|(?:has|have)(?: not|n't) (?:changed|moved)|hasn't (?:changed|moved)|haven't (?:changed|moved)|not (?:changed|moved)|never (?:changed|moved)",
    "moved": r"(?:changed|shifted|varied|differed|moved)(?= by)|fluctuated",
}
DE = {
    "void": r"einmal mehr|mehr oder weniger|(?:nicht|nie|kein|keine|keinen|nichts) mehr(?! als)|umso mehr|mehr (?:dazu|darueber|infos?|informationen|ueberblick|zeit|spielraum|luft|kontrolle)|noch mehr sparen|gleichzeitig|zugleich|gleich(?:ermassen| zu beginn| am anfang)|im gleichen (?:monat|zeitraum|jahr)|zum gleichen|der gleiche (?:monat|tag)|zu (?:senken|reduzieren|verringern|erhoehen|steigern|kuerzen)|fallen (?:an|auf|unter|in) |fiel (?:an|auf den|in) |faellt (?:an|auf|unter|in) |ins gewicht (?:fallen|fiel|faellt)|auf\s?gefallen|aufgefallen|angefallen|fiel\w* .{0,40} an (?=[.,;])|gleich welche|ueber den monat|einen ueberblick|darueber hinaus|darunter (?:sind|auch|ist)|minus zeichen|nichts desto weniger|nichtsdestoweniger|erhoehen sie|senken sie|verringern sie|reduzieren sie",
    "up": r"(?:weniger|nicht so) (?:guenstig|billig)|mehr|(?<!ein )(?<!kein )(?<!ihr )(?<!dein )(?<!unser )hoeher|hoehere[nrsm]?(?= \w*(?:ausgaben|kosten|einnahmen|betraege?|summen?|preise?|rechnung|einkommen|werte?|stand) )|gestiegen\w*|steig(?:t|en|end\w*|erung\w*|ert\w*|erte\w*)|gesteigert|stieg(?:en)?|anstieg\w*|angestiegen\w*|ansteig\w*|steigt|preisanstieg\w*|zugenommen|zunahme\w*|zunehm\w*|wuchs(?:en)?|gewachsen\w*|waechst|wachs(?:en|tum)\w*|erhoeht\w*|erhoehung\w*|preiserhoehung\w*|(?<!ein )(?<!kein )(?<!ihr )(?<!dein )(?<!unser )teurer|teurere[nrsm]?(?= \w*(?:ausgaben|kosten|einnahmen|betraege?|summen?|preise?|rechnung|einkommen|werte?|stand) )|verteuer\w*|kostspieliger|"
    r"ueber (?="
    + USUAL_DE
    + r")|oberhalb|uebersteig\w*|ueberstieg\w*|uebertr(?:iff|af|of)\w*|ueberschr\w+|kletter\w*|geklettert|zugelegt|legten? .{0,40}zu(?= [.,;])|nahm(?:en)? .{0,50}zu(?= [.,;])|n(?:e|i)hm(?:en|t) .{0,50}zu(?= [.,;])|nimmt .{0,50}zu(?= [.,;])|(?<!ein )(?<!kein )(?<!ihr )(?<!dein )(?<!unser )groesser|groessere[nrsm]?(?= \w*(?:ausgaben|kosten|einnahmen|betraege?|summen?|preise?|rechnung|einkommen|werte?|stand) )|zuwachs\w*|nach oben|aufwaerts|mehrausgaben?|mehrkosten|im plus|hochgegangen|angezogen|emporgeschnellt|in die hoehe(?: \w+)?|geschossen|schoss\w*|geklettert|hochgeklettert|ausgeufert|explodiert\w*|hochgeschnellt|sprang\w*|gesprungen|schnellt\w*|nach oben gegangen|angehoben|ausgeweitet|angewachsen|gingen? .{0,40}(?:hoch|nach oben)",
    "down": r"(?:weniger|nicht so) (?:teuer|hoch|viel)|weniger|(?<!ein )(?<!kein )(?<!ihr )(?<!dein )(?<!unser )niedriger|niedrigere[nrsm]?(?= \w*(?:ausgaben|kosten|einnahmen|betraege?|summen?|preise?|rechnung|einkommen|werte?|stand) )|tiefer|(?<!ein )(?<!kein )(?<!ihr )(?<!dein )(?<!unser )geringer|geringere[nrsm]?(?= \w*(?:ausgaben|kosten|einnahmen|betraege?|summen?|preise?|rechnung|einkommen|werte?|stand) )|gesunken\w*|sinkt|sinken(?:d\w*)?|sank(?:en)?|gefallen\w*|fiel(?:en)?|faellt|abgenommen|abnahme\w*|nahm(?:en)? .{0,50}ab(?= [.,;])|nimmt .{0,50}ab(?= [.,;])|nehmen .{0,50}ab(?= [.,;])|rueckgang\w*|rueckgaeng\w*|zurueckgegangen|g(?:ing|ingen|eht|ehen) .{0,60}zurueck|zurueckgeh\w*|zurueckging\w*|reduziert\w*|reduzierung|verringert\w*|gesenkt\w*|senkung|vermindert\w*|(?<!ein )(?<!kein )(?<!ihr )(?<!dein )(?<!unser )guenstiger|guenstigere[nrsm]?(?= \w*(?:ausgaben|kosten|einnahmen|betraege?|summen?|preise?|rechnung|einkommen|werte?|stand) )|(?<!ein )(?<!kein )(?<!ihr )(?<!dein )(?<!unser )billiger|billigere[nrsm]?(?= \w*(?:ausgaben|kosten|einnahmen|betraege?|summen?|preise?|rechnung|einkommen|werte?|stand) )|preiswerter|unter (?="
    + USUAL_DE
    + r")|unterhalb|unterschr\w+|(?<!ein )(?<!kein )(?<!ihr )kleiner(?= (?:als|geworden|ausgefallen|[.,;]))|geschrumpft|schrumpf\w*|nach unten|abwaerts|rutsch\w*|gerutscht|nachgelassen|gekuerzt|minderausgaben?|abgesunken|abgefallen|zurueckgefahren|gedrosselt|eingebrochen|eingesackt|abgesackt|abgerutscht|zusammengeschrumpft|gestuerzt|abgestuerzt|geschmolzen|abgeflaut|zurueckgeschraubt|brach\w* .{0,40} ein|im minus gegenueber|niedrig(?=er)",
    "same": r"unveraendert\w*|gleichbleib\w*|gleichgeblieben|gleich(?= (?:geblieben|hoch|viel|gross|wie|[.,;]))|(?:blieb|blieben|bleibt|bleiben|sind|waren) gleich|stabil\w*|konstant\w*|identisch\w*|wie (?:ueblich|sonst|immer|gewohnt|gewoehnlich|bisher|zuvor|gehabt|im vormonat|im normalen|normal|in einem normalen)|dasselbe|derselbe|dieselben?|genauso (?:viel|hoch)|ebenso (?:viel|hoch)|genau so (?:viel|hoch)|nicht (?:veraendert|geaendert|bewegt)|(?:nichts|kaum etwas) (?:veraendert|geaendert)|keine (?:veraenderung|aenderung)|ohne (?:veraenderung|aenderung)|entspr(?:icht|ach|achen|echen) (?="
    + USUAL_DE
    + r")|im (?:ueblichen|gewohnten|normalen) (?:rahmen|bereich)|auf (?:dem |demselben )?(?:ueblichen|gewohnten|gleichen|selben) niveau|haelt sich|hielt\w* sich(?= auf| bei)|verharr\w*|bleib(?:t|en) bei|blieb(?:en)? bei",
    "moved": r"(?:hat|haben) sich (?:veraendert|geaendert)|weich(?:t|en) .{0,40} ab|abgewichen|abweichung\w*",
}
FR = {
    "void": r"une fois de plus|plus d' une|plus besoin|plus (?:rien|personne|grand)|tomb\w+ (?:en panne|bien|a pic|malade|le)|plus ou moins|non plus|(?:tout )?au plus(?= @)|plus tard|plus tot|plus precisement|de plus (?=,)|au moins|du moins|a moins|moins que rien|en meme temps|de meme|meme si|quand meme|s' (?:eleve|elevent|elevait|elevaient|elevera) a|s' (?:est|sont) eleve\w* a|se (?:monte|montent|montait|chiffre|montera) a|s' (?:elever|elevant) a|montant\w*|n' (?:\w+ ){1,3}plus(?! que| de| d'| eleve| cher| haut| qu')|ne (?:\w+ ){1,3}plus(?! que| de| d'| eleve| cher| haut| qu')|ne plus|pour (?:reduire|diminuer|baisser|augmenter)|(?<!cesse )de (?:reduire|diminuer|baisser|augmenter)|(?:reduire|diminuer|baisser|augmenter) (?:vos|votre|ces|cette|ce|les|la|le)|(?:reduisez|diminuez|baissez|augmentez)|au meme moment|le meme (?:mois|jour|compte|beneficiaire)|la meme (?:periode|semaine|annee)|plus (?:de details?|d' informations|de temps|de marge|souvent|facilement|clair)|de plus pres|tombe(?:nt)? (?:le|dans)|hausse les epaules|plus que jamais|egalement|de plus (?=\w+ (?:vous|votre|vos|il))|a plus long terme|tot ou tard",
    "down": r"plus (?:bas|basse|basses|faible|faibles|petit|petite|petits|petites|leger|legere|legers|legeres|modeste|modestes|reduite?s?|modere\w*|economique\w*|abordable\w*)|moins|inferieure?s?|en dessous|au dessous|sous (?="
    + USUAL_FR
    + r")|en deca|baiss(?:e|es|ee|ees|ent|ait|aient|ant|er|a|erent)|diminu(?:e|es|ee|ees|ent|ait|aient|ant|a|er|erent|tion|tions)|recul(?:e|es|ent|ait|aient|a|er|erent|ee|s)?|chut(?:e|es|ent|ait|a|er|erent|ee)|tomb(?:e|es|ee|ees|ent|ait|a|er|erent)|redui(?:t|ts|te|tes|sent|sait|re|sant)|reduction|descend\w*|decru\w*|decroi\w*|repli|replie\w*|allege\w*|flechi\w*|retract\w*|amoindri\w*|retombe\w*|re?descend\w*|fond(?:u|ue|us|ues|ent|re|ait)|effondr\w*|plong\w*|degonfl\w*|deg?rimp\w*|contracte\w*|degringol\w*|moindres?",
    "up": r"moins (?:bas|basse|faible|faibles|petite?s?|leger|legere)|plus|davantage|superieure?s?|au dessus|au dela|depass(?:e|es|ent|ait|aient|a|er|erent|ee|ees|ement)|augment(?:e|es|ee|ees|ent|ait|aient|ant|a|er|erent|ation|ations)|hausse\w*|grimp\w*|progress(?:e|es|ent|ait|a|er|erent|ion|ee)|croit|cru|accru\w*|accrois\w*|croiss\w*|bondi\w*|bond|bondissent|(?:re)?montee?s?|(?:re)?monte|(?:re)?montent|(?:re)?monter|(?:re)?montait|saut(?:e|ee|ees|es)|gagne du terrain|regrimp\w*|grossi\w*|rencheri\w*|encheri\w*|envol\w*|explos\w*|gonfl\w*|surcout|surplus de depenses|excede\w*|flamb\w*|alourdi\w*",
    "same": r"stables?|inchangee?s?|identiques?|(?:le|au) meme (?:montant|niveau|que)|la meme (?:somme|chose)|(?:est|reste|sont|restent) (?:le|la|les) memes?|autant (?:que|qu')|comme (?:d' habitude|d' ordinaire|toujours|avant|a l' habitude|a l' accoutumee|habituellement)|constante?s?|stagn\w*|(?:est|sont|reste|restent) egale?s?|pas (?:change|bouge|varie|evolue)|aucun changement|sans changement|dans la (?:norme|moyenne)|(?:reste|restent|restee?s?|demeure|demeurent) (?:a|au|aux)|maintenu\w* (?:a|au)|se maintien\w+|conformes? a|correspond\w*(?= a "
    + USUAL_FR
    + r")|au niveau habituel|a l' identique",
    "moved": r"(?:a|ont) (?:change|varie|evolue|bouge)|fluctu\w*",
}
ES = {
    "void": r"(?:una|otra) vez mas|mas de una vez|lo mas|por lo demas|una parte (?:mayor|menor)(?! de)|mas o menos|por lo menos|al menos|menos mal|a menos que|nada mas|sin mas|ademas|mas tarde|mas adelante|mas bien|mas detalles?|mas informacion|mas tiempo|mas margen|mas (?:cerca|a menudo|facil\w*|claro|control)|(?:asciend|ascend|ascendi)\w* a(?= @)|se (?:eleva|elevo|elevan|elevaron) a(?= @)|sub(?:e|io|en) a la|de baja(?! a)|por igual|igualmente|al mismo tiempo|el mismo (?:mes|dia|periodo|ano|comercio)|la misma (?:semana|cuenta|epoca)|los mismos (?:dias|meses)|asi mismo|bajo control|bajo (?:el|la|su|este|ese) |ya no|para (?:reducir|bajar|aumentar|subir|recortar)|(?:reducir|bajar|aumentar|recortar|reduzca|baje|reduce|recorta) (?:su|sus|el|la|los|las|este|ese|esos|tus|tu)|mas alla|cae (?:en|el) |caer en|sub(?:e|ir) a bordo|mas que nunca|sobre todo|a lo sumo|como mucho|a mas tardar",
    "down": r"mas (?:baj[oa]s?|barat[oa]s?|reducid[oa]s?|pequen[oa]s?|economic[oa]s?|moderad[oa]s?|modest[oa]s?|asequibles?|liger[oa]s?)|menos|menor(?:es)?(?= (?:que|de lo|a l))|inferior(?:es)?|por debajo|bajo(?! (?:techo|mano|ningun|llave|cero))|baja|bajan|bajaron|bajad[oa]s?|bajando|disminu\w*|reduj\w*|redujeron|reducid[oa]s?|reduccion\w*|reducen?|descendi\w*|desciend\w*|descens\w*|descend\w*|cayo|cayeron|caid[oa]s?|cae|caen|cayendo|decrec\w*|abarat\w*|recortad\w*|recort(?:o|aron|e)|mengu\w*|retroced\w*|retroce\w*|aminor\w*|desplom\w*|hund\w*|derrumb\w*|desinfl\w*|contra(?:jo|ido)|minor\w*|aflojad\w*",
    "up": r"menos (?:baj[oa]s?|barat[oa]s?)|mas|mayor(?:es)?(?= (?:que|de lo|a l))|superior(?:es)?|por encima|subi(?:o|eron|do|da|das|dos|endo)|sub(?:e|en|ir|ida|idas|ian?)|aument(?:o|a|an|aron|ado|ada|ados|adas|ando|os|ar|aba|aban)|crec(?:io|ieron|ido|ida|e|en|er|iendo|imiento)|increment\w*|encarec\w*|super(?:o|a|an|aron|ado|ar|aba|ando)|exced\w*|sobrepas\w*|elev(?:o|aron|ado|ada|ados|adas)|alza|ascend(?:io|ieron|ido)|ascenso|dispar(?:o|a|an|aron|ado|ada|ados)|salt(?:o|ado|aron|a)|despeg(?:o|ado)|brinc\w*|escalad\w*|trep\w*|rebas\w*|repunt\w*|engord\w*|extra(?=x)|adicional(?:es)?(?= a | respecto| frente)|escal(?:o|aron|ado)",
    "same": r"igual(?:es)?(?= que| a )|(?:fue|es|son|sigue|siguio|quedo|mantuvo|mantiene|mantuvieron) igual(?:es)?|estables?|sin (?:cambios|variacion|variaciones|novedad)|constantes?|como (?:siempre|de costumbre|es habitual|antes|lo habitual|habitualmente)|lo mismo que|el mismo nivel|la misma (?:cantidad|suma)|(?:las mismas|los mismos) que|identic[oa]s?|invariables?|se mantuv\w*|se mantien\w*|se ha(?:n)? mantenido|mantuv\w*|no (?:ha |han )?(?:cambi|vari)\w*|no se (?:movi|alter)\w*|tanto como|en linea con|en lo habitual|dentro de lo (?:habitual|normal)|inalterad\w*|permaneci\w*|permanec\w*",
    "moved": r"(?:ha|han) (?:cambiado|variado)|fluctu\w*",
}  # fmt: skip


def _compiled(cues: Mapping[str, str], first: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<=[ ])(?:" + "|".join(f"(?P<{kind}>{cues[kind]})" for kind in first) + r")(?=[ ])")


CUES: Mapping[str, re.Pattern[str]] = {
    "en": _compiled(EN, ("void", "same", "down", "up", "moved")),
    "de": _compiled(DE, ("void", "same", "up", "down", "moved")),
    "fr": _compiled(FR, ("void", "same", "down", "up", "moved")),
    "es": _compiled(ES, ("void", "same", "down", "up", "moved")),
}
UP_AGAIN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"less (?:cheap|cheaply)"),
    "de": re.compile(r"weniger (?:guenstig|billig)"),
    "fr": re.compile(r"moins (?:bas|basse|faible|faibles|petite?s?|leger|legere)"),
    "es": re.compile(r"menos (?:baj[oa]s?|barat[oa]s?)"),
}
NEGATIONS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:not(?! only)|never|no(?! doubt| longer than)|nor|without|neither|\w+n't|cannot|nothing)(?= (?:\S+ ){0,3}$)"
    ),
    "de": re.compile(
        r" (?:nicht(?! nur)|nie|niemals|kein|keine|keinen|keinem|keiner|ohne|weder|noch nie)(?= (?:\S+ ){0,5}$)"
    ),
    "fr": re.compile(r" (?:pas(?! seulement)|jamais|sans|aucune?|ni|guere)(?= (?:\S+ ){0,4}$)"),
    "es": re.compile(r" (?:no(?! solo)|nunca|jamas|sin|ningun|ninguna|ni|tampoco)(?= (?:\S+ ){0,4}$)"),
}
NEGATION_AFTER: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"^ (?:not|by no) "),
    "de": re.compile(r"^ (?:nicht|keineswegs) "),
    "fr": re.compile(r"^ (?:pas|jamais|aucunement) "),
    "es": re.compile(r"^ (?:no|nunca) (?=x)"),
}
"""Fr: `n'augmente pas`, de: `stieg nicht`."""

ADVICE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:if|could|can|would|should|try|consider|might|may|to|let's|want|keep|aim|perhaps|plan|maybe|worth|will|unless|you'd) "
    ),
    "de": re.compile(
        r" (?:wenn|falls|koennt\w*|sollt\w*|kann|koennen|wuerd\w*|versuch\w*|vielleicht|zu|moecht\w*|lohnt|wird|werden|ob|sobald|damit|taete|waere|achten|pruefen|schauen|nehmen|denken) "
    ),
    "fr": re.compile(
        r" (?:si|s'|pourr\w*|devr\w*|peut|peuvent|pouvez|essay\w*|afin|pour|envisag\w*|conseil\w*|pensez|veillez|vaut|faut|il serait|peut etre|suffir\w*|serait|regardez|verifiez|evitez|eviter) "
    ),
    "es": re.compile(
        r" (?:si|podr\w*|deber\w*|puede|pueden|intent\w*|para|conviene|trate|procure|quiza|quizas|tal vez|vale|considere|considera|baste|revis\w*|piens\w*|mire|mira|cuide|cuida|evit\w*) "
    ),
}
BACKWARD: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"^ (?:that|this|it|which|they|these|those|both) "),
    "de": re.compile(r"^ (?:das|dies|es|sie|damit|diese|dieser|was) "),
    "fr": re.compile(r"^ (?:c'|cela|ca|ce|elle|il|elles|ils|cette|qui) "),
    "es": re.compile(r"^ (?:eso|esto|esta|este|ello|es|son|fue|estos|estas|lo cual|lo que) "),
}
