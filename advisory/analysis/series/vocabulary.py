"""Words of bank texts that say contract or habit, and which role a contract has, in the languages of many banks.

Folded whole words or phrases. General words and kinds of shop, beside the lists of `transactions.ledger.lexicon`.
"""

from __future__ import annotations

CONTRACT = """
    direct debit, dd, standing order, sto, recurring, autopay, auto pay, bill pay, bill payment, payment plan,
    policy, premium, lastschrift, sepa lastschrift, dauerauftrag, einzug, beitrag, mandat, mandate, vertrag,
    abschlag, mitgliedsbeitrag, prelevement, prlv, prlv sepa, virement permanent, vir permanent, mensualite,
    cotisation, abonnement, echeance, facture, domiciliacion, adeudo, recibo, cuota, suscripcion, addebito, addebito
    sdd, sdd, rid, bonifico periodico, canone, rata, bolletta, abbonamento, incasso, automatische incasso,
    periodieke overboeking, contributie, termijn, autogiro, e faktura, bankgiro, avtalegiro, betalingsservice,
    medlemskap, arsavgift, polecenie zapłaty, polecenie zaplaty, zlecenie stałe, zlecenie stale, abonament, skladka,
    rachunek, debito automatico, deb aut, mensalidade, assinatura, boleto, fatura, condominio, ach, nach, ecs, si,
    emi, e mandate, upi autopay, kouza furikae, membership, member fee, membership fee, annual fee, monthly fee,
    subscription, subscr, abo, licence fee, license fee, dues, tuition, kita, kindergarten, daycare, nursery,
    creche, guarderia, gym, fitness, fitnessstudio, gimnasio, palestra, sportschool, siłownia, silownia, academia,
    sports club, sportverein, turnverein, verein, charity, spende, donation, patenschaft, council tax, property tax,
    road tax, vehicle tax, kfz steuer, grundsteuer, gemeindesteuern, taxe fonciere, taxe habitation, ibi, ipva,
    iptu, tv licence, tv license, rundfunk, domain, hosting, web hosting, cloud, storage, vpn, antivirus, alarm,
    security monitoring, storage unit, lottery direct, water, wasser, broadband, mobile, energy, power, electricity,
    gas, rent, miete, loyer, alquiler, affitto, huur, hyra, czynsz, aluguel, yachin, insurance, versicherung,
    assurance, seguro, assicurazione, verzekering, forsakring, ubezpieczenie, hoken, mortgage, hypothek, hypotheek,
    hipoteca, mutuo, bolan, loan, kredit, darlehen, credit immobilier, prestamo, emprestimo, lening, lan, pozyczka,
    service contract, wartungsvertrag, service plan, care plan, breakdown cover, roadside assistance, adac, aa
    membership, account fee, kontofuhrung, kontofuehrung, frais de tenue, bank fee, card fee
"""

HABIT = """
    barber, barbershop, barbers, hair, hairdresser, hairdressers, hairdressing, haircut, hairstylist, salon, hair
    salon, nail, nails, nail bar, beauty, friseur, frisor, friseursalon, coiffeur, coiffure, haarstudio, haarmode,
    peluqueria, parrucchiere, barbiere, kapper, kapsalon, cabeleireiro, barbearia, salao, salao de beleza,
    estetica, fryzjer, salon fryzjerski,
    biyoshitsu, frisorsalong, parturi, kampaamo, lunch, canteen, kantine, kantin, cantine, mensa, menu, snack,
    snacks, imbiss, deli, sandwich, bagel, tea, tea house, bakery, backer, baeckerei, backerei, boulangerie,
    patisserie, panaderia, pasticceria, panetteria, bakkerij, bageri, konditori, piekarnia, cukiernia, padaria,
    pastelaria, pan ya, fruit, market, markt, wochenmarkt, mercado, marche, mercato, farmers market, kiosk, tabac,
    tabacchi, estanco, newsagent, corner shop, off licence, liquor, wine shop, florist, flowers, blumen, fleuriste,
    shop, store, cinema, kino, theatre, theater, cine, bowling, museum, zoo, pool, schwimmbad, piscine, sauna,
    ticket, tickets, fare, fares, bus, tram, metro, subway, taxi, cab, parking, park, parkhaus, toll, ferry,
    carwash, car wash, laundry, laundrette, launderette, laundromat, waschsalon, dry cleaning, dry cleaners,
    reinigung, pressing, tintoreria, lavanderia, stomerij, vending, vending machine, petrol, fuel, station,
    tankstelle, gas station, atm, cash, cash withdrawal, withdrawal, massage, physio, tattoo, casino, betting,
    lotto, pharmacy, apotheke, vet, izakaya, ramen, sushi, curry house, takeaway, tapas, tapas bar, cerveceria,
    bodega, osteria, eetcafe, cafe, coffee, kaffee, koffie, bistro, restaurant, pizzeria, grill, pub, bar, tavern,
    diner, food truck, ice cream, eis, gelato, gelateria, garden centre, baumarkt, hardware, diy, bookshop, books,
    buchhandlung, librairie, libreria
"""

# Cash and what is carried over a counter is never a contract, however regular.
CASH = """
    atm, cash machine, cashpoint, cash point, cash withdrawal, atm withdrawal, cash wdl, withdrawal, geldautomat,
    bargeld, bargeldauszahlung, barauszahlung, auszahlung, retrait, retrait dab, retrait gab, dab, cajero, cajero
    automatico, reintegro, disposicion efectivo, efectivo, retirada efectivo, retirada de efectivo, prelievo,
    prelievo bancomat, prelevamento, bancomat, geldopname, geldautomaat, gea, uttag, bankomat, kontantuttag,
    bankomatuttag, minuttak, wyplata, wypłata, wyplata gotowki, saque, levantamento, nosto, kontanthaevning, atm
    wdl, nfs, cash advance, hikidashi
"""

SAVING = """
    saving, savings, save, saver, isa, lisa, sipp, pot, round up, goal, sparen, sparplan, sparkonto, tagesgeld,
    sparrate, bausparen, bausparvertrag, epargne, livret, livret a, pel, assurance vie, ahorro, ahorros, plan de
    ahorro, risparmio, piano di accumulo, sparande, manadssparande, manadsspar, fondspar, oszczednosci, lokata,
    poupanca, poupança, investimento, investment, investments, invest, investing, brokerage, vanguard, fidelity,
    schwab, charles schwab, etoro, trading 212, trade republic, scalable capital, degiro, avanza, nordnet,
    robinhood, betterment, wealthfront, acorns, wealthify, nutmeg, moneybox, etf, fonds, fondo, mutual fund, index
    fund, broker, spaarrekening, spaar, conto deposito, cuenta ahorro, compte epargne, oszczednosciowe, caderneta,
    yokin, chokin, sip, ppf, rrsp, tfsa, ira, roth ira, 401k, pension, altersvorsorge, riester, pensioen,
    pensionssparande, plan de pensiones, tsumitate, nisa, deka, union investment
"""

INSTALMENT = """
    loan, loans, repayment, mortgage, instalment, instalments, installment, installments, finance, financing, lease,
    leasing, klarna, afterpay, clearpay, affirm, zip pay, sezzle, laybuy, student loan, student loans, slc, navient,
    nelnet, sallie mae, car finance, auto loan, auto finance, santander consumer, toyota financial, bmw bank, vw
    bank, volkswagen bank, kredit, kreditrate, ratenkredit, rate, raten, ratenzahlung, darlehen, finanzierung,
    baufinanzierung, hypothek, tilgung, easycredit, targobank kredit, credit conso, pret, pret immobilier, credit
    immobilier, cetelem, cofidis, sofinco, oney, alma, emprunt, mensualite pret, prestamo, hipoteca, cuota prestamo,
    financiacion, mutuo, rata, rata mutuo, finanziamento, findomestic, agos, compass, prestito, lening, hypotheek,
    termijnbetaling, persoonlijke lening, lan, bolan, billan, avbetalning, rat, rata kredytu, kredyt, pozyczka,
    hipoteczny, emprestimo, financiamento, parcela, consorcio, emi, home loan, personal loan, bajaj finance, ローン,
    roon
"""

BILL = """
    rent, miete, kaltmiete, warmmiete, loyer, alquiler, affitto, huur, hyra, czynsz, aluguel, yachin, landlord,
    letting, lettings, hausverwaltung, wohnungsbau, property management, condominio, hoa, insurance, insurances,
    versicherung, versicherungen, haftpflicht, krankenversicherung, assurance, assurances, mutuelle, seguro,
    seguros, assicurazione, assicurazioni, verzekering, verzekeringen, zorgverzekering, forsakring, ubezpieczenie,
    hoken, energy, energie, strom, stadtwerke, gas, power, electric, electricity, electricite, electricidad, luz,
    water, wasser, wasserwerke, eau, agua, council, council tax, tax, steuer, steuern, kfz steuer, impots, taxe,
    taxe fonciere, ibi, tributos, finanzamt, skatt, gemeente, rundfunk, rundfunkbeitrag, tv licence, broadband,
    internet, mobile, phone, telecom, telekom, mobilfunk, fibre, wireless, kita, kindergarten, daycare, nursery,
    creche, school, tuition, schule, fee, fees, account fee, kontofuhrung, kontofuehrung, entgelt, frais, avgift,
    waste, refuse, mull, sewer, denki, suido, energia, prad, gaz, abschlag, vattenfall, telefonica, vodafone, union
    dues, licence fee, breakdown cover, council rates, strata
"""

INCOME = """
    salary, payroll, wage, wages, pay, stipend, pension, benefit, benefits, lohn, gehalt, lohn gehalt, bezuge,
    rente, kindergeld, elterngeld, bafog, salaire, paie, traitement, retraite, allocation, caf, nomina, sueldo,
    paga, stipendio, pensione, salaris, loon, uitkering, aow, lon, loneutbetalning, barnbidrag, wynagrodzenie,
    pensja, emerytura, salario, proventos, ordenado, sal, sal credit, kyuyo, 給与, 給料, social security, ssa treas,
    universal credit, child benefit, state pension, direct dep, dir dep, direct deposit, rent received, rental
    income, dividend, annuity, ltd, gmbh, inc, stipendium
"""
