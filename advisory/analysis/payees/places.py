"""Places at the end of a card text: countries, the states of the US and others, and larger cities."""

from __future__ import annotations

from transactions.ledger.words import words_of

COUNTRY_CODES = frozenset(
    words_of(
        """
        gb gbr uk usa us de deu ger fr fra es esp it ita nl nld ie irl at aut ch che be bel lu lux se swe no nor dk
        dnk fi fin pl pol cz cze pt prt br bra in ind jp jpn au aus nz nzl ca can mx mex gr grc hu hun ro rou hr hrv
        sk svk si svn ee est lv lva lt ltu mt mlt cy cyp bg bgr tr tur za zaf sg sgp hk hkg cn chn kr kor th tha ae
        are il isr aud usd gbp eur chf sek nok dkk pln czk cad inr brl jpy nzl nzd
        """
    )
)
# Two-letter words of these lists that are words of names too; they count as a country only where a city stands before.
STATES = frozenset(
    words_of(
        """
        al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok
        or pa ri sc sd tn tx ut vt va wa wv wi wy dc on qc bc ab mb sk ns nb nsw vic qld tas act
        """
    )
)
COUNTRIES = frozenset(
    " ".join(name.split())
    for name in """england|scotland|wales|united kingdom|great britain|germany|deutschland|france|spain|espana|italy|
    italia|netherlands|nederland|ireland|austria|osterreich|switzerland|schweiz|suisse|belgium|belgique|luxembourg|sweden|
    sverige|norway|norge|denmark|danmark|finland|suomi|poland|polska|portugal|brasil|brazil|india|japan|australia|
    canada|united states|uk""".replace("\n", " ").split("|")
)
CITIES = frozenset(
    " ".join(name.split())
    for name in """london|birmingham|manchester|liverpool|leeds|sheffield|bristol|glasgow|edinburgh|cardiff|belfast|
    newcastle|nottingham|leicester|coventry|bradford|southampton|portsmouth|brighton|plymouth|reading|derby|oxford|
    cambridge|york|bath|exeter|norwich|swansea|aberdeen|dundee|wolverhampton|walsall|dudley|solihull|luton|
    milton keynes|northampton|peterborough|ipswich|croydon|wembley|slough|watford|guildford|preston|blackpool|bolton|
    stockport|sunderland|middlesbrough|hull|swindon|gloucester|cheltenham|worcester|stoke on trent|telford|warrington|
    chester|bournemouth|poole|southend|colchester|chelmsford|kensington|islington|camden|hackney|dublin|cork|galway|
    limerick|new york|new york city|brooklyn|bronx|los angeles|san francisco|san diego|san jose|san antonio|chicago|
    houston|dallas|austin|fort worth|phoenix|philadelphia|boston|seattle|denver|portland|atlanta|miami|orlando|tampa|
    las vegas|detroit|minneapolis|saint paul|cleveland|columbus|cincinnati|pittsburgh|baltimore|washington|charlotte|
    raleigh|nashville|memphis|new orleans|kansas city|st louis|saint louis|milwaukee|indianapolis|jacksonville|
    sacramento|oakland|fresno|long beach|salt lake city|albuquerque|tucson|mesa|omaha|tulsa|oklahoma city|louisville|
    richmond|virginia beach|honolulu|anchorage|boise|reno|spokane|tacoma|bellevue|redmond|mountain view|palo alto|
    cupertino|sunnyvale|santa clara|menlo park|los gatos|irvine|anaheim|pasadena|santa monica|burbank|boulder|
    colorado springs|scottsdale|plano|arlington|buffalo|rochester|albany|newark|jersey city|stamford|hartford|
    providence|cambridge ma|madison|ann arbor|grand rapids|des moines|wichita|little rock|knoxville|el paso|toronto|
    montreal|vancouver|calgary|edmonton|ottawa|winnipeg|quebec|halifax|mississauga|brampton|hamilton|berlin|hamburg|
    munchen|muenchen|munich|koln|koeln|cologne|frankfurt|frankfurt am main|stuttgart|dusseldorf|duesseldorf|dortmund|
    essen|leipzig|bremen|dresden|hannover|nurnberg|nuernberg|duisburg|bochum|wuppertal|bielefeld|bonn|munster|
    muenster|mannheim|karlsruhe|augsburg|wiesbaden|gelsenkirchen|monchengladbach|braunschweig|chemnitz|kiel|aachen|
    halle|magdeburg|freiburg|krefeld|lubeck|mainz|erfurt|rostock|kassel|hagen|saarbrucken|potsdam|oldenburg|
    heidelberg|darmstadt|regensburg|wurzburg|gottingen|ulm|heilbronn|ingolstadt|wien|vienna|graz|linz|salzburg|
    innsbruck|klagenfurt|korneuburg|zurich|zuerich|genf|geneve|geneva|basel|bern|lausanne|winterthur|luzern|st gallen|
    paris|marseille|lyon|toulouse|nice|nantes|montpellier|strasbourg|bordeaux|lille|rennes|reims|toulon|grenoble|
    dijon|angers|nimes|villeurbanne|clermont ferrand|le mans|aix en provence|brest|tours|amiens|limoges|annecy|
    perpignan|metz|besancon|orleans|rouen|mulhouse|caen|nancy|versailles|boulogne|neuilly|levallois|madrid|barcelona|
    valencia|sevilla|zaragoza|malaga|murcia|palma|bilbao|alicante|cordoba|valladolid|vigo|gijon|granada|vitoria|
    pamplona|san sebastian|santander|burgos|salamanca|almeria|oviedo|badalona|terrassa|sabadell|roma|rome|milano|milan|
    napoli|torino|palermo|genova|bologna|firenze|bari|catania|venezia|verona|messina|padova|trieste|brescia|parma|
    prato|modena|reggio emilia|perugia|livorno|ravenna|cagliari|rimini|bergamo|monza|amsterdam|rotterdam|den haag|
    utrecht|eindhoven|groningen|tilburg|almere|breda|nijmegen|apeldoorn|haarlem|arnhem|enschede|amersfoort|leiden|
    delft|maastricht|zwolle|schiphol|brussel|bruxelles|brussels|antwerpen|gent|brugge|leuven|liege|luxembourg|
    stockholm|goteborg|malmo|uppsala|vasteras|orebro|linkoping|helsingborg|norrkoping|lund|umea|solna|oslo|bergen|
    trondheim|stavanger|kobenhavn|copenhagen|aarhus|odense|aalborg|helsinki|espoo|tampere|vantaa|oulu|turku|warszawa|
    krakow|lodz|wroclaw|poznan|gdansk|szczecin|bydgoszcz|lublin|katowice|bialystok|gdynia|praha|prague|brno|ostrava|
    plzen|bratislava|budapest|lisboa|lisbon|porto|braga|coimbra|faro|setubal|sao paulo|rio de janeiro|brasilia|
    salvador|fortaleza|belo horizonte|curitiba|recife|porto alegre|manaus|campinas|mumbai|delhi|new delhi|bangalore|
    bengaluru|hyderabad|chennai|kolkata|pune|ahmedabad|gurgaon|gurugram|noida|tokyo|osaka|kyoto|yokohama|nagoya|
    sapporo|sydney|melbourne|brisbane|perth|adelaide|canberra|gold coast|auckland|wellington|christchurch|singapore|
    hong kong|dubai|istanbul|athens|zagreb|ljubljana|tallinn|riga|vilnius|bucuresti|sofia""".replace("\n", " ").split(
        "|"
    )
)
LONGEST_CITY = max(len(name.split()) for name in CITIES)

# A name that would be nothing but its kind without the place: "Stadtwerke Leipzig", "Hotel Berlin", "Bank of Chicago".
KINDS = frozenset(
    words_of(
        """
        stadtwerke hotel hostel university universitat universite universidad universita college school schule bank
        sparkasse volksbank city stadt ville comune ayuntamiento gemeente kommune kommun town council county parking
        parkhaus taxi taxis cab cabs restaurant cafe bar museum zoo theater theatre airport flughafen port station
        bahnhof messe klinikum hospital clinic transport metro tram bus buses railway ferry bvg opera oper stadion
        stadium finanzamt amt wasser water gas energy energie strom power electric hackney royal of the de la le du
        der das die and y e new san saint st great north south east west radio times post club fc sc sv dental
        studio apotheke pharmacy farmacia pharmacie market markt supermarket food foods store stores shop
        """
    )
)
