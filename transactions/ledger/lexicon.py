"""Words that tell a category without knowing the user: generic words in several languages and widely known brands.

Whole words or phrases, folded (case and accents gone). Each list belongs to the stable key of a default category.
A row is only ever suggested a category from here, never decided; the user's rules and choices come first.
"""

from __future__ import annotations

from functools import lru_cache

from transactions.ledger.words import words_of

OUTGOING: dict[str, str] = {
    "groceries": """
        supermarket, supermarkt, supermarche, supermercado, supermercato, grocery, groceries, grocer, lebensmittel,
        alimentacion, epicerie, mercearia, hypermarket, hypermarche, bakery, backerei, baeckerei, boulangerie,
        panaderia, butcher, metzgerei, boucherie, greengrocer, farm shop, convenience store, sklep spozywczy, tesco,
        sainsbury, sainsburys, sainsbury s, asda, morrisons, waitrose, ocado, aldi, lidl, iceland foods, co op,
        coop, m s simply food, budgens, spar, rewe, edeka, kaufland, penny markt, netto, tegut, billa, hofer,
        migros, denner, carrefour, auchan, leclerc, e leclerc, intermarche, monoprix, casino supermarche, franprix,
        super u, mercadona, eroski, alcampo, hipercor, continente, pingo doce, esselunga, conad, albert heijn,
        jumbo, delhaize, colruyt, ica, willys, hemkop, rema 1000, prisma, k market, s market, fotex, bilka,
        biedronka, zabka, walmart, kroger, safeway, publix, trader joes, trader joe s, whole foods, wholefds,
        costco, wegmans, meijer, food lion, giant eagle, woolworths, coles, countdown, pick n pay, checkers,
        shoprite, big bazaar, dmart, bigbasket, instacart""",
    "restaurants": """
        restaurant, restaurante, ristorante, restaurang, ravintola, restauracja, restaurace, trattoria, pizzeria,
        pizza, bistro, brasserie, diner, grill, steakhouse, sushi, ramen, noodle, noodles, burger, burgers, kebab,
        doner, tandoori, curry, takeaway, takeout, fish and chips, chippy, gasthaus, gasthof, kantine, canteen,
        cantina, taqueria, pub, bar, tavern, mcdonalds, mcdonald s, mc donalds, burger king, kfc, subway, dominos,
        domino s, pizza hut, papa johns, nandos, nando s, wagamama, wetherspoon, greggs, pret a manger, pret, five
        guys, chipotle, taco bell, wendys, wendy s, chick fil a, panda express, deliveroo, just eat, uber eats,
        ubereats, doordash, grubhub, lieferando, wolt, foodora, glovo, zomato, swiggy, vapiano, nordsee""",
    "coffee": """
        coffee, cafe, caffe, kaffee, koffie, espresso, starbucks, costa coffee, costa, caffe nero, dunkin, tim
        hortons, peets coffee, blue bottle, espresso house, waynes coffee, coffee island""",
    "transport": """
        taxi, cab, bus, tram, metro, underground, railway, railways, train, trains, bahn, zug, transit, public
        transport, ticketing, tolls, toll, peage, maut, parking, parkhaus, car park, parkeren, estacionamiento,
        aparcamiento, stationnement, tfl, tfl travel, tfl gov uk, trainline, network rail, lner, gwr, avanti west
        coast, national express, stagecoach, arriva, firstgroup, deutsche bahn, db vertrieb, bvg, mvg, hvv, rmv,
        sbb, cff, obb, oebb, sncf, ratp, navigo, renfe, trenitalia, ns groep, ns reizigers, nmbs, sncb, sj, mta,
        amtrak, uber, uber trip, lyft, bolt, cabify, free now, freenow, blablacar, ringgo, paybyphone, justpark,
        easypark, ncp, car wash, autowasch, halfords, kwik fit, mot, car service, garage, tyres""",
    "fuel": """
        fuel, petrol, gasoline, diesel, tankstelle, benzin, essence, carburant, gasolinera, gasolina, combustible,
        carburante, benzina, bensin, polttoaine, filling station, petrol station, gas station, shell, bp, esso,
        texaco, aral, totalenergies, agip, eni, repsol, cepsa, galp, q8, omv, orlen, lukoil, circle k, neste, preem,
        okq8, st1, chevron, exxon, exxonmobil, valero, sunoco, speedway, caltex, gulf, ionity, tesla supercharger,
        chargepoint""",
    "rent_mortgage": """
        rent, mortgage, miete, kaltmiete, warmmiete, loyer, alquiler, hipoteca, affitto, mutuo, huur, hypotheek,
        hypothek, hyra, husleie, husleje, vuokra, czynsz, najem, najemne, aluguel, aluguer, renda, landlord,
        letting, lettings, letting agent, property management, hausverwaltung, baufinanzierung, pret immobilier,
        building society""",
    "utilities": """
        electricity, electric, gas bill, water, energy, utility, utilities, strom, stromabschlag, stadtwerke,
        wasser, gaswerk, fernwarme, electricite, eau, energie, electricidad, luz, agua, elettricita, acqua, luce,
        elektriciteit, sewer, sewage, waste collection, refuse, british gas, edf, edf energy, e on, eon, octopus
        energy, ovo energy, scottish power, npower, sse, bulb, thames water, severn trent, anglian water, united
        utilities, vattenfall, rwe, enbw, engie, veolia, iberdrola, endesa, naturgy, enel, a2a, fortum, helen,
        orsted, con edison, pg e, national grid, duke energy""",
    "phone_internet": """
        mobile, broadband, internet, telephone, telecom, telekom, telefon, handy, mobilfunk, telefonica, prepaid,
        sim card, topup, vodafone, o2, ee limited, ee, bt group, bt, virgin media, talktalk, plusnet, giffgaff,
        tesco mobile, sky broadband, deutsche telekom, t mobile, tmobile, 1 1 telecom, 1und1, congstar, orange, sfr,
        bouygues telecom, free mobile, freebox, movistar, yoigo, wind tre, iliad, fastweb, kpn, ziggo, proximus,
        telenet, telia, telenor, tele2, verizon, at t, comcast, xfinity, spectrum, sprint, telstra, optus, jio,
        airtel, swisscom, a1 telekom""",
    "insurance": """
        insurance, insurances, assurance, assurances, versicherung, versicherungen, haftpflicht, hausrat, seguro,
        seguros, assicurazione, assicurazioni, verzekering, verzekeringen, forsakring, forsikring, vakuutus,
        ubezpieczenie, pojisteni, krankenkasse, allianz, axa, aviva, admiral, direct line, churchill, zurich,
        generali, ergo, huk coburg, huk, devk, signal iduna, maif, macif, matmut, groupama, mapfre, unipol,
        nationale nederlanden, geico, state farm, progressive, allstate, usaa, bupa, aok, techniker krankenkasse,
        barmer, if skadeforsakring, folksam""",
    "health": """
        pharmacy, chemist, apotheke, pharmacie, farmacia, apotheek, apotek, apteekki, apteka, lekarna, drugstore,
        doctor, dr med, arzt, zahnarzt, dentist, dental, dentiste, dentista, tandlakare, hammaslaakari, hospital,
        clinic, klinik, clinique, clinica, medical, medicin, medico, optician, opticians, optiker, opticien, optica,
        physiotherapy, physio, physiotherapie, therapy, gym, fitness, yoga, boots, superdrug, lloyds pharmacy,
        specsavers, vision express, cvs, walgreens, rite aid, puregym, the gym, david lloyd, mcfit, fitx, basic fit,
        fielmann""",
    "shopping": """
        department store, kaufhaus, warenhaus, grand magasin, grandes almacenes, market place, marketplace,
        homeware, furniture, mobel, moebel, meubles, muebles, diy, baumarkt, bricolage, hardware store, garden
        centre, gardencenter, drogerie, perfumery, parfumerie, stationery, bookshop, bookstore, books, libreria,
        librairie, buchhandlung, jeweller, jewellers, amazon, amzn, amazon marketplace, amzn mktp, amazon co uk,
        amazon de, ebay, etsy, aliexpress, temu, allegro, bol com, zalando lounge, argos, john lewis, ikea, b q, b
        m, wilko, homebase, wickes, screwfix, dunelm, wayfair, target, home depot, the home depot, lowes, lowe s,
        best buy marketplace, bed bath, tk maxx, poundland, dollar tree, dollar general, flying tiger, rossmann, dm
        drogerie, dm drogeriemarkt, obi, hornbach, bauhaus, toom, leroy merlin, castorama, el corte ingles, galeries
        lafayette, waterstones, wh smith, whsmith, thalia, fnac, hema, blokker, clas ohlson""",
    "clothing": """
        clothing, clothes, apparel, fashion, shoes, schuhe, chaussures, zapatos, scarpe, skor, boutique, tailor,
        kleidung, mode, vetements, ropa, abbigliamento, kleding, h m, hm, zara, primark, uniqlo, next retail, asos,
        boohoo, gap, old navy, tommy hilfiger, levis, levi s, nike, adidas, puma, deichmann, clarks, c a, mango,
        bershka, pull bear, massimo dutti, zalando, about you, peek cloppenburg, decathlon, sports direct, jd
        sports, foot locker, macys, macy s, nordstrom, ross stores, marshalls, river island, new look, superdry,
        vinted""",
    "electronics": """
        electronics, elektronik, electronique, electronica, elettronica, computer, computers, hardware, currys,
        currys pc world, media markt, mediamarkt, saturn, cyberport, alternate, notebooksbilliger, apple store, best
        buy, bestbuy, newegg, micro center, b h photo, darty, coolblue, elgiganten, verkkokauppa, gigantti, samsung,
        dell, lenovo""",
    "entertainment": """
        cinema, kino, kinopolis, theatre, theater, theatro, cine, concert, konzert, museum, musee, museo, gallery,
        zoo, aquarium, theme park, bowling, festival, tickets, ticketmaster, eventim, eventbrite, see tickets,
        odeon, cineworld, amc theatres, regal cinemas, ugc, pathe, cinestar, steam, steamgames, steam purchase,
        playstation, playstation network, nintendo, xbox, epic games, lottery, national lottery, lotto, casino,
        bet365, betting""",
    "subscriptions": """
        subscription, subscriptions, abonnement, abo, suscripcion, abbonamento, membership, mitgliedschaft, netflix,
        spotify, disney plus, disneyplus, amazon prime, prime video, apple com bill, itunes, icloud, google one,
        google storage, youtube premium, youtubepremium, hbo max, hulu, paramount, dazn, sky digital, now tv, nowtv,
        audible, kindle unlimited, deezer, tidal, dropbox, microsoft 365, office 365, adobe, github, openai,
        chatgpt, patreon, substack, new york times, guardian, economist, financial times, linkedin premium, nordvpn,
        tv licence, tv licensing, rundfunkbeitrag, rundfunk ard zdf, beitragsservice""",
    "travel": """
        hotel, hotels, hostel, motel, airline, airlines, airways, flight, flights, airport, flughafen, aeroport,
        aeropuerto, travel agency, reiseburo, reisebuero, holiday, holidays, resort, cruise, ferry, ferries, car
        rental, car hire, autovermietung, campsite, camping, booking com, airbnb, expedia, hotels com, agoda,
        trivago, ryanair, easyjet, wizz air, wizzair, british airways, jet2, tui, lufthansa, eurowings, condor, air
        france, klm, transavia, iberia, vueling, tap air portugal, ita airways, norwegian air, finnair, delta air,
        united airlines, american airlines, southwest, jetblue, qantas, emirates, hilton, marriott, ibis, accor,
        novotel, premier inn, travelodge, holiday inn, best western, hertz, avis, europcar, sixt, enterprise rent,
        flixbus, eurostar, p o ferries""",
    "education": """
        school, schule, ecole, escuela, scuola, skola, szkola, university, universitat, universitaet, universite,
        universidad, universita, college, tuition, course, courses, kurs, lessons, academy, exam fee, student loan,
        student loans, studium, volkshochschule, udemy, coursera, edx, duolingo, skillshare, open university""",
    "childcare": """
        childcare, nursery, kindergarten, kita, kindertagesstatte, creche, garderie, guarderia, asilo, kinderopvang,
        dagis, daycare, day care, babysitter, babysitting, nanny, tagesmutter, after school club, preschool,
        playgroup""",
    "pets": """
        pet, pets, pet shop, petshop, pet store, vet, vets, veterinary, veterinarian, tierarzt, veterinaire,
        veterinario, dierenarts, elainlaakari, zoohandlung, tierbedarf, animalerie, pets at home, petco, petsmart,
        fressnapf, zooplus, chewy, maxi zoo, kennel, cattery""",
    "gifts_donations": """
        donation, donations, charity, spende, spenden, donacion, donazione, gift, gifts, geschenk, cadeau, regalo,
        florist, flowers, blumen, fleuriste, interflora, fleurop, red cross, rotes kreuz, croix rouge, unicef,
        oxfam, save the children, wwf, greenpeace, amnesty, amnesty international, medecins sans frontieres, doctors
        without borders, justgiving, gofundme, wikimedia, british heart foundation, cancer research""",
    "fees": """
        fee, fees, bank charge, bank charges, service charge, account fee, monthly fee, overdraft, overdraft fee,
        interest charged, interest charge, late fee, foreign transaction fee, non sterling, gebuhr, gebuhren,
        gebuehr, gebuehren, entgelt, kontofuhrung, kontofuehrung, kontofuhrungsgebuhr, entgeltabschluss, frais,
        frais bancaires, cotisation, comision, comisiones, commissione, commissioni, canone, avgift, gebyr,
        palvelumaksu, oplata, prowizja, poplatek, tarifa, iof, penalty""",
    "taxes": """
        tax, taxes, hmrc, council tax, income tax, vehicle tax, dvla, finanzamt, steuer, steuern, grundsteuer, kfz
        steuer, einkommensteuer, bundeskasse, impot, impots, dgfip, tresor public, taxe fonciere, impuesto,
        impuestos, agencia tributaria, imposta, tasse, f24, agenzia entrate, belastingdienst, belasting,
        skatteverket, skatt, skatteetaten, vero, verohallinto, urzad skarbowy, podatek, dan z, financni urad, irs,
        irs treas, us treasury, property tax""",
    "cash": """
        atm, cash withdrawal, cash machine, cash point, cashpoint, withdrawal, geldautomat, bargeld,
        bargeldauszahlung, auszahlung ga, retrait, retrait dab, dab, distributeur, cajero, reintegro, retirada,
        prelievo, prelievo bancomat, bancomat, geldopname, geldautomaat, uttag, bankomat, minuttak, minibank,
        kontanthaevning, nosto, otto automaatti, wyplata, vyber hotovosti, vyber z bankomatu, saque, levantamento""",
    "transfer": """
        own transfer, internal transfer, transfer to savings, savings transfer, umbuchung, ubertrag, giroconto,
        traspaso, overboeking eigen rekening, own account transfer, account transfer, credit card payment,
        kreditkartenabrechnung, virement interne""",
}

INCOMING: dict[str, str] = {
    "income_salary": """
        salary, wages, wage, payroll, payslip, gehalt, lohn, lohn gehalt, bezuge, besoldung, salaire, paie,
        traitement, nomina, sueldo, salario, stipendio, loon, salaris, lon, loen, palkka, wynagrodzenie, pensja,
        mzda, vyplata, munkaber, ordenado, vencimento, direct deposit, bacs salary, adp, gusto, pension, rente,
        altersrente, retraite, renten service""",
    "income_interest": """
        interest, interest paid, gross interest, interest payment, credit interest, zinsen, habenzinsen,
        zinsgutschrift, interets, intereses, interessi, rente op spaarrekening, ranta, rentor, korko, odsetki, urok,
        juros, dividend, dividends, dividende, dividendos, dividendo, ausschuttung""",
    "transfer": """
        own transfer, internal transfer, transfer from savings, umbuchung, ubertrag, giroconto, traspaso, own
        account transfer, account transfer, virement interne""",
}

LONGEST_PHRASE = 4


def compiled(lists: dict[str, str]) -> dict[str, str]:
    """Each folded phrase to its category key."""
    return {" ".join(words_of(phrase)): key for key, text in lists.items() for phrase in text.split(",")}


@lru_cache(maxsize=2)
def lexicon(*, is_incoming: bool) -> dict[str, str]:
    """The phrases that hold for money coming in, or for money going out."""
    return compiled(INCOMING if is_incoming else OUTGOING)
