"""The euro countries: Germany, France, Spain, Italy, the Netherlands. See `countries` for the form."""

from __future__ import annotations

BLOCKS = """
[DE EUR 100 99 %d.%m.%Y|Kassel,Rostock,Bonn,Ulm|debit standing credit card]
card: {payee}//{city}/DE {date} girocard XXXX{card} Folge-Nr. {store} | ^KARTENZAHLUNG {payee} {city} {date} NR {card}
online: {payee} {ord} Rechnung {ref} | ^KREDITKARTE {payee} {ord} {date}
debit: SEPA-Lastschrift {payee} MREF+{mandate} EREF+{ref} | ^BASISLASTSCHRIFT {payee} KD-NR {mandate} RG {ref}
standing: Dauerauftrag {payee} {subject} | ^DAUERAUFTRAG {subject} {payee}
credit: Gutschrift {payee} {subject} {date} | ^LOHN/GEHALT {payee} {subject} EREF {ref}
atm: Bargeldauszahlung {city} {date} Karte {card} | ^GA NR{ref} {city} {date}
fee: {subject} {date} | ^{subject}
transfer: Umbuchung {subject} | ^UEBERTRAG {subject} {ref}
fees: Überziehungszinsen,Mahngebühr,Entgelt Auslandseinsatz,Rücklastschriftgebühr
account_fee: Kontoführungsentgelt
pay: Gehalt,Lohn und Gehalt
moves: auf Tagesgeld,von Girokonto,Ausgleich Kreditkarte
holder: Falkenried
groceries: REWE,Edeka Hansen,Aldi Nord,Lidl,Netto
fuel: Aral,Shell,Jet Tankstelle
cafe: Backwerk,Kaffeerösterei Mole,Bäckerei Ahrens
lunch: Kantine Mittelweg,Nordsee,Vapiano
restaurant: L'Osteria,Zum Anker,Sushi Kai,Block House
transport: DB Vertrieb GmbH,NVV Ticket,TIER Mobility
hairdresser: Klier,Salon Lockenwerk
pharmacy: Apotheke am Markt,dm-drogerie markt
clothing: C&A,H&M,Zalando SE
shops: AMZN Mktp DE,MediaMarkt,Thalia,OBI,IKEA,eBay,Otto,Fressnapf,Decathlon,Tchibo
travel: Lufthansa,Booking.com,Flixbus,DERTOUR
small: Weinhandlung Kolb,Radladen Speiche,Buchladen Seitenweise,Blumen Petri,Spielkiste,Teehaus Ostwind
electricity: E.ON Energie,Städtische Werke,Vattenfall
water: Wasserverband Nord
internet: Telekom Deutschland,Vodafone Kabel
mobile: O2 Telefonica,congstar
insurance: HUK-Coburg,Allianz,Ergo
health_insurance: DKV
tax: Stadtkasse Grundsteuer
broadcast: Rundfunk ARD ZDF DRadio
childcare: Kita Wiesenkinder
loan: Santander Consumer,KfW
landlord: Wohnbau Nord eG,H Brandstetter
gym: McFit,Sportpark Süd
paper: Tagesblatt Digital
box: HelloFresh,Ökokiste Rhön
club: TSV Blau-Gelb
employer: Maschinenbau Loewe GmbH,Klinikum Fulda Nord,Softwerk AG
benefit: Familienkasse
craft: Elektro Bohm,Autohaus Krug,Tierarzt Dr. Moll,Möbel Hartwig,Zahnarzt Lenz

[FR EUR 100 99 %d/%m|Nantes,Dijon,Lille,Pau|debit standing credit]
card: CARTE {date} {payee} {city} CB*{card} | ^PAIEMENT CB {payee} {city} {date}
online: CARTE {date} {payee} {ord} | ^ACHAT INTERNET {payee} {ref}
debit: PRELEVEMENT {payee} RUM {mandate} | ^PRLV SEPA {payee} {mandate} {ref}
standing: VIREMENT PERMANENT {payee} {subject} | ^VIR {payee} {subject}
credit: VIREMENT RECU {payee} {subject} | ^VIR SEPA {payee} {subject} {ref}
atm: RETRAIT DAB {date} {city} CB*{card} | ^RETRAIT {city} {date}
fee: {subject} | ^{subject} {date}
transfer: VIREMENT INTERNE {subject} | ^VIR {subject} {ref}
fees: COMMISSION D'INTERVENTION,FRAIS DE REJET,FRAIS HORS ZONE EURO,AGIOS
account_fee: COTISATION CARTE
pay: SALAIRE,PAIE
moves: VERS LIVRET A,DE COMPTE COURANT,REGLEMENT CARTE
holder: M DELAUNOY
groceries: Carrefour,E.Leclerc,Monoprix,Intermarche
fuel: TotalEnergies,Esso Express,Station U
cafe: Le Petit Zinc,Paul,Columbus Cafe
lunch: Brioche Doree,Cantine Lumiere,Exki
restaurant: Buffalo Grill,Chez Armelle,La Table Bleue,Sushi Shop
transport: SNCF Connect,Tan Nantes,Blablacar
hairdresser: Franck Provost,L'Atelier Coiffure
pharmacy: Pharmacie du Centre,Pharmacie Gambetta
clothing: Kiabi,Celio,Zara
shops: Amazon EU,Fnac,Darty,Leroy Merlin,IKEA,Cdiscount,Decathlon,Vinted,Cultura
travel: Air France,Booking.com,Pierre et Vacances
small: Librairie des Halles,Cave Morel,Fleurs Adele,Jouets Lutin,Velo Loire,Fromagerie Bastien
electricity: EDF,Engie
water: Veolia Eau
internet: Free Telecom,Orange SA
mobile: SFR,Bouygues Telecom
insurance: MAIF,Axa,Macif
health_insurance: Harmonie Mutuelle
tax: DGFIP Impot
broadcast: Canal+
childcare: Creche Les Lucioles
loan: Cetelem,Cofidis
landlord: Agence Foncia,P Marchal
gym: Basic-Fit,L'Orange Bleue
paper: Le Monde
box: Quitoque,La Ruche Panier
club: Tennis Club Erdre
employer: Atlantique Conseil,CHU Loire,Mecanord
benefit: CAF
craft: Garage Perrin,Plomberie Vasseur,Cabinet Dentaire Rey,Meubles Gautier

[ES EUR 92 95 %d/%m/%y|Gijón,Murcia,Vigo,Lleida|debit credit]
card: COMPRA {payee} {city} TARJ. {card} | ^PAGO CON TARJETA EN {payee}, {city} {date}
online: COMPRA {payee} {ord} | ^COMPRA INTERNET {payee} {ref}
debit: RECIBO {payee} REF. {mandate} | ^ADEUDO {payee} MAND {mandate} {ref}
standing: TRANSFERENCIA A {payee} {subject} | ^ORDEN PERMANENTE {payee} {subject}
credit: ABONO {payee} {subject} | ^NOMINA {payee} {subject}
atm: REINTEGRO CAJERO {city} {date} | ^DISP. EFECTIVO CAJERO {ref}
fee: {subject} | ^{subject}
transfer: TRASPASO {subject} | ^TRASP. {subject} {ref}
fees: COMISION DESCUBIERTO,GASTOS DEVOLUCION,COMISION CAMBIO DIVISA,COMISION TRANSFERENCIA
account_fee: COMISION MANTENIMIENTO
pay: NOMINA,SALARIO
moves: A CUENTA AHORRO,DE CUENTA CORRIENTE,LIQUIDACION TARJETA
holder: L BARRANCO
groceries: Mercadona,Dia,Consum,Eroski
fuel: Repsol,Cepsa,BP
cafe: Cafeteria Sol,Granier,Churreria Paca
lunch: Menu Casa Lola,Rodilla,Cien Montaditos
restaurant: La Tagliatella,Meson Ribera,Telepizza,Asador Iruña
transport: Renfe,EMT,Cabify
hairdresser: Marco Aldany,Peluqueria Rizos
pharmacy: Farmacia Centro,Farmacia Mayor
clothing: Zara,Mango,Springfield
shops: Amazon ES,El Corte Ingles,MediaMarkt,Leroy Merlin,IKEA,Decathlon,PcComponentes,Casa del Libro
travel: Vueling,Booking.com,Logitravel
small: Libreria Alba,Floristeria Iris,Bicis Norte,Jugueteria Tren,Vinos Roca,Ferreteria Gil
electricity: Iberdrola,Endesa,Naturgy
water: Aguas de Murcia
internet: Movistar,Digi Spain
mobile: Yoigo,Orange Espagne
insurance: Mapfre,Mutua Madrileña
health_insurance: Sanitas
tax: Ayuntamiento IBI
broadcast: DAZN España
childcare: Escuela Infantil Nube
loan: Cofidis,BBVA Prestamo
landlord: Inmobiliaria Costa,J Salvatierra
gym: McFit,Altafit
paper: El Pais
box: Hortalia Cesta,Wetaca
club: Club Natacion Delfin
employer: Grupo Levante,Talleres Ordax,Clinica Miramar
benefit: Seguridad Social
craft: Taller Mora,Reformas Vidal,Clinica Dental Sur,Muebles Rey

[IT EUR 95 90 %d.%m|Parma,Bari,Trento,Siena|debit credit standing]
card: PAGAMENTO POS {payee} {city} CARTA {card} | ^POS {date} {payee} {city} OP.{ref}
online: PAGAMENTO {payee} {ord} | ^E-COMMERCE {payee} {ref}
debit: ADDEBITO SDD {payee} MANDATO {mandate} | ^SDD CORE {payee} {mandate} {ref}
standing: BONIFICO {payee} {subject} | ^DISPOSIZIONE PERMANENTE {payee} {subject}
credit: ACCREDITO {payee} {subject} | ^BONIFICO DA {payee} {subject} TRN {ref}
atm: PRELIEVO BANCOMAT {city} {date} | ^PRELEVAMENTO ATM {ref}
fee: {subject} | ^{subject}
transfer: GIROCONTO {subject} | ^GIRO {subject} {ref}
fees: COMMISSIONE SCONFINAMENTO,COMM. PRELIEVO ESTERO,SPESE INSOLUTO,COMM. CAMBIO VALUTA
account_fee: CANONE CONTO
pay: STIPENDIO,EMOLUMENTI
moves: VERSO CONTO DEPOSITO,DA CONTO CORRENTE,SALDO CARTA
holder: G MORANDINI
groceries: Esselunga,Conad,Coop Italia,Eurospin
fuel: Eni Station,Q8,Tamoil
cafe: Bar Centrale,Caffe Vergnano,Bar Sport
lunch: Spizzico,Mensa Duomo,Panino Giusto
restaurant: Trattoria Nonna Ada,Roadhouse,Pizzeria Vesuvio,Old Wild West
transport: Trenitalia,TEP Parma,ATM Milano
hairdresser: Jean Louis David,Barbiere Salvo
pharmacy: Farmacia Bottego,Farmacia Comunale
clothing: OVS,Benetton,Zara
shops: Amazon IT,Unieuro,Feltrinelli,Leroy Merlin,IKEA,Decathlon,Zalando,Tigota
travel: Ryanair,Booking.com,Italo
small: Enoteca Rossi,Cartoleria Penna,Fiori Viola,Bici Po,Giochi Allegri,Ferramenta Neri
electricity: Enel Energia,A2A
water: Iren Acqua
internet: TIM,Fastweb
mobile: Iliad Italia,WindTre
insurance: Unipol,Generali
health_insurance: UniSalute
tax: Comune TARI
broadcast: Sky Italia
childcare: Nido Girasole
loan: Findomestic,Compass
landlord: Immobiliare Farnese,C Bertolucci
gym: Virgin Active,FitActive
paper: Corriere della Sera
box: Cortilia,Quomi
club: Circolo Tennis Ducale
employer: Barilotti Spa,Ospedale Maggiore Nord,Studio Grandi
benefit: INPS
craft: Officina Rota,Idraulica Pini,Dentista Conti,Arredi Luna

[NL EUR 105 50 %d-%m-%Y|Breda,Zwolle,Delft,Arnhem|debit standing credit]
card: {payee} {city} NLD {date} Pasvolgnr {store} | ^BEA NR:{ref} {date} {payee},PAS{card} {city}
online: iDEAL {payee} {ord} | ^IDEAL BETALING {payee} {ref}
debit: Incasso {payee} Machtiging {mandate} | ^SEPA INCASSO ALGEMEEN DOORLOPEND {payee} {mandate} {ref}
standing: Periodieke overboeking {payee} {subject} | ^SEPA PERIODIEKE OVERB. {payee} {subject}
credit: Overboeking {payee} {subject} | ^SEPA OVERBOEKING {payee} {subject} {ref}
atm: Geldautomaat {city} {date} | ^GEA NR:{ref} {date} {city},PAS{card}
fee: {subject} | ^{subject}
transfer: Eigen rekening {subject} | ^OVERBOEKING {subject} {ref}
fees: Rente roodstand,Aanmaningskosten,Koersopslag,Storneringskosten
account_fee: Kosten betaalpakket
pay: Salaris,Loon
moves: naar spaarrekening,van betaalrekening,Afrekening creditcard
holder: V Oosterwijk
groceries: Albert Heijn,Jumbo,Lidl,Plus
fuel: Tango,Shell,Tinq
cafe: Coffeecompany,Bakker Bart,De Kleine Kan
lunch: Broodzaak,La Place,Soep en Zo
restaurant: Loetje,De Gouden Leeuw,Sumo,Thuisbezorgd.nl
transport: NS Groep,OV-chipkaart,Arriva
hairdresser: Cosmo Hairstyling,Kapsalon Krul
pharmacy: Etos,Kruidvat
clothing: Zeeman,WE Fashion,Wehkamp
shops: bol.com,Coolblue,HEMA,Gamma,IKEA,Action,Decathlon,Marktplaats
travel: KLM,Booking.com,Landal
small: Boekhandel Pagina,Wijnhuis Rood,Bloem en Blad,Fietspunt,Speelgoedhoek,Kaasboer Vos
electricity: Vattenfall,Eneco,Essent
water: Vitens,Brabant Water
internet: Ziggo,KPN
mobile: Odido,Simyo
insurance: Centraal Beheer,Interpolis
health_insurance: Zilveren Kruis,VGZ
tax: Gemeente Breda Belastingen
broadcast: NPO Plus
childcare: Kinderopvang Zonnetje
loan: Freo,Santander Consumer
landlord: Woonstichting Etten,B Verhagen
gym: Basic-Fit,SportCity
paper: NRC Media
box: HelloFresh,Odin Groente
club: HC Zwaluwen
employer: Delta Techniek BV,Amphora Zorg,Van Dal Groep
benefit: SVB Kinderbijslag
craft: Garage Smit,Loodgieter Kok,Tandarts Mol,Meubelhuis Dirks
"""
