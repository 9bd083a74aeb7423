"""Other currencies: Sweden, Poland, Brazil, Japan. See `countries` for the form."""

from __future__ import annotations

BLOCKS = """
[SE SEK 1080 0 %y-%m-%d|Umeå,Lund,Gävle,Borås|debit]
card: {payee} {city} KORTKÖP {date} | ^KORTKÖP {payee} {city} {card}
online: {payee} {ord} STOCKHOLM | ^INTERNETKÖP {payee} {ref}
debit: AUTOGIRO {payee} {mandate} | ^AG {payee} {ref}
standing: STÅENDE ÖVERFÖRING {payee} {subject} | ^BG-BETALNING {payee} {subject}
credit: INSÄTTNING {payee} {subject} | ^LÖN {payee} {subject}
atm: BANKOMAT {city} {date} | ^UTTAG BANKOMAT {ref}
fee: {subject} | ^{subject}
transfer: ÖVERFÖRING {subject} | ^ÖVF {subject} {ref}
fees: ÖVERTRASSERINGSAVGIFT,PÅMINNELSEAVGIFT,VALUTAPÅSLAG,DRÖJSMÅLSRÄNTA
account_fee: MÅNADSAVGIFT KORT
pay: LÖN,LÖNEUTBETALNING
moves: TILL SPARKONTO,FRÅN LÖNEKONTO,KREDITKORT BETALNING
holder: K Lindhov
groceries: ICA Supermarket,Coop,Willys,Hemköp
fuel: Circle K,OKQ8,Preem
cafe: Espresso House,Wayne's Coffee,Fika Hörnan
lunch: Lunchkällaren,Max Burgers,Sushi Yama
restaurant: O'Learys,Krog Ankaret,Pizzeria Milano,Foodora
transport: SJ AB,Länstrafiken,Voi
hairdresser: Cutters,Salong Sax
pharmacy: Apoteket,Apotek Hjärtat
clothing: Lindex,KappAhl,H&M
shops: Amazon SE,Elgiganten,Clas Ohlson,IKEA,Bauhaus,Adlibris,CDON,Stadium
travel: SAS,Ving,Booking.com
small: Bokhandeln Sidan,Blomsterboden,Cykelverkstan,Leksaksladan,Vinylbaren,Tehuset
electricity: Vattenfall,Fortum,Ellevio
water: Vakin Vatten
internet: Bredband2,Telia
mobile: Tele2,Comviq
insurance: Folksam,If Skadeförsäkring
health_insurance: Skandia
tax: Skatteverket
broadcast: Viaplay
childcare: Förskolan Gläntan
loan: Resurs Bank,SBAB
landlord: Bostaden AB,E Hallström
gym: SATS,Nordic Wellness
paper: Dagens Nyheter
box: Linas Matkasse,Årstiderna
club: IK Norrsken
employer: Norrverk AB,Region Syd Vård,Bolag Tern
benefit: Försäkringskassan
craft: Bilverkstad Berg,Rörjour Ek,Tandläkare Fors,Möbelmästarna

[PL PLN 300 99 %d.%m.%Y|Lublin,Gdynia,Opole,Toruń|standing credit]
card: Płatność kartą {payee} {city} {date} | ^ZAKUP PRZY UZYCIU KARTY {payee} {city} {card}
online: Płatność web {payee} {ord} | ^TRANSAKCJA INTERNETOWA {payee} {ref}
debit: Polecenie zapłaty {payee} {mandate} | ^POLECENIE ZAPLATY {payee} {mandate} {ref}
standing: Zlecenie stałe {payee} {subject} | ^ZLECENIE STALE {subject} {payee}
credit: Przelew przychodzący {payee} {subject} | ^PRZELEW {payee} {subject} {ref}
atm: Wypłata bankomat {city} {date} | ^WYPLATA GOTOWKI {ref} {city}
fee: {subject} | ^{subject}
transfer: Przelew własny {subject} | ^PRZELEW WEWNETRZNY {subject} {ref}
fees: Odsetki karne,Opłata za monit,Prowizja za przewalutowanie,Opłata za wypłatę
account_fee: Opłata za kartę
pay: Wynagrodzenie,Pensja
moves: na konto oszczędnościowe,z konta osobistego,Spłata karty
holder: Z Morawiecka
groceries: Biedronka,Lidl,Żabka,Auchan
fuel: Orlen,BP,Circle K
cafe: Costa Coffee,Green Caffe Nero,Cukiernia Słodka
lunch: Bar Mleczny,Kuchnia Domowa,Salad Story
restaurant: Sphinx,Pierogarnia Babci,Pyszne.pl,Sushi Edo
transport: PKP Intercity,ZTM,Bolt
hairdresser: Salon Fryzjerski Iza,Barber Kuba
pharmacy: Apteka Gemini,Rossmann
clothing: Reserved,CCC,Sinsay
shops: Allegro,Media Expert,Empik,Castorama,IKEA,Decathlon,x-kom,Pepco
travel: LOT,Booking.com,Itaka
small: Księgarnia Kropka,Kwiaciarnia Malwa,Rowery Wicher,Zabawki Miś,Winoteka Sad
electricity: PGE Obrót,Tauron
water: MPWiK
internet: UPC Polska,Netia
mobile: Play,Orange Polska
insurance: PZU,Warta
health_insurance: Luxmed
tax: Urząd Miasta
broadcast: Canal+ Polska
childcare: Przedszkole Promyk
loan: Provident,mBank Kredyt
landlord: Spółdzielnia Wschód,T Zieliński
gym: Zdrofit,CityFit
paper: Gazeta Wyborcza
box: Maczfit,Lokalny Rolnik
club: Klub Tenisowy As
employer: Fabryka Wisła,Szpital Zachód,Grupa Neon
benefit: ZUS
craft: Auto Serwis Nowak,Hydraulik Lis,Dentysta Wrona,Meble Dąb

[BR BRL 380 90 %d/%m|Recife,Campinas,Belém,Goiânia|credit]
card: COMPRA CARTAO {payee} {city} {date} | ^COMPRA DEBITO {payee} {city} BR
online: {payee} {ord} SAO PAULO BR | ^COMPRA ONLINE {payee} {ref}
debit: DEBITO AUTOMATICO {payee} {mandate} | ^DEB AUTOM {payee} {ref}
standing: PIX ENVIADO {payee} {subject} | ^TRANSF PIX {payee} {subject} {ref}
credit: CREDITO {payee} {subject} | ^RECEBIMENTO {payee} {subject} {ref}
atm: SAQUE 24H {city} {date} | ^SAQUE BANCO24HORAS {ref}
fee: {subject} | ^{subject}
transfer: TRANSF ENTRE CONTAS {subject} | ^TED MESMA TITULARIDADE {subject} {ref}
fees: TARIFA EXCESSO,JUROS CHEQUE ESPECIAL,IOF COMPRA INTERNACIONAL,MULTA ATRASO
account_fee: CESTA DE SERVICOS
pay: SALARIO,FOLHA
moves: PARA POUPANCA,DE CONTA CORRENTE,PAGTO FATURA CARTAO
holder: R TAVARES
groceries: Pao de Acucar,Carrefour,Atacadao,Assai
fuel: Posto Ipiranga,Posto Shell,Petrobras
cafe: Cafe do Ponto,Padaria Real,Fran's Cafe
lunch: Restaurante por Quilo,Giraffas,Spoleto
restaurant: Outback,Churrascaria Gaucha,iFood,Cantina Bela
transport: Metrofor,Uber BR,99App
hairdresser: Salao Beleza Pura,Barbearia Ze
pharmacy: Droga Raia,Pague Menos
clothing: Renner,Riachuelo,C&A
shops: Mercado Livre,Magazine Luiza,Americanas,Shopee,Leroy Merlin,Casas Bahia,Livraria Cultura,Petz
travel: Latam,Decolar,Gol
small: Papelaria Arco,Floricultura Ipe,Bike Mais,Brinquedos Tico,Adega Serra
electricity: Enel Distribuicao,CPFL
water: Sabesp
internet: Claro Net,Vivo Fibra
mobile: TIM Brasil,Vivo Movel
insurance: Porto Seguro,Bradesco Seguros
health_insurance: Unimed
tax: Prefeitura IPTU
broadcast: Globoplay
childcare: Escola Arco Iris
loan: Caixa Habitacao,Losango
landlord: Imobiliaria Lopes,D Figueira
gym: Smart Fit,Bluefit
paper: Folha de S.Paulo
box: Wine Clube,Liv Up
club: Clube Nautico
employer: Industria Aurora,Hospital Sao Braz,Grupo Tupi
benefit: INSS BENEFICIO
craft: Oficina do Joao,Moveis Planalto,Odonto Vida,Reforma Facil

[JP JPY 150 0 %m%d|Sendai,Nagano,Kobe,Naha|]
card: デビット {payee} {city} {ref} | ^VISA {date} {payee} {city}
online: {payee} {ord} TOKYO | ^VISA {date} {payee} {ref}
debit: 口座振替 {payee} {mandate} | ^フリカエ {payee} {ref}
standing: 振込 {payee} {subject} | ^フリコミ {payee} {subject}
credit: 給与 {payee} {subject} | ^キユウヨ {payee} {subject}
atm: ATM 引出 {city} {date} | ^カード {city} {ref}
fee: {subject} | ^{subject} {date}
transfer: 振替 {subject} | ^フリカエ {subject} {ref}
fees: 時間外手数料,海外事務手数料,延滞手数料,振込手数料
account_fee: 口座維持手数料
pay: 給料振込,賞与給与
moves: 定期預金へ,普通預金から,カード支払
holder: サトウ
groceries: AEON,Seiyu,Life,Maruetsu
fuel: ENEOS,Idemitsu,Cosmo
cafe: Doutor,Komeda,Tully's Coffee
lunch: Yoshinoya,Sukiya,Bento Hana
restaurant: Gusto,Izakaya Tori,Sushiro,Royal Host
transport: Suica Charge,JR East,Tokyo Metro
hairdresser: QB House,Salon Ume
pharmacy: Matsumoto Kiyoshi,Welcia
clothing: Uniqlo,GU,Shimamura
shops: Amazon JP,Rakuten,Yodobashi,Nitori,Muji,Tokyu Hands,Bic Camera,Kinokuniya
travel: ANA,Jalan,JTB
small: Sakura Books,Hana Ten,Maru Cycle,Omocha Ya,Cha No Wa
electricity: TEPCO,Kansai Electric
water: Suido Kyoku
internet: NTT East,So-net
mobile: Docomo,Rakuten Mobile
insurance: Nippon Life,Sompo
health_insurance: Aflac
tax: Shizei
broadcast: NHK
childcare: Himawari Hoikuen
loan: Orico,Jaccs
landlord: Daito Kentaku,Leopalace
gym: Anytime Fitness,Konami Sports
paper: Asahi Shimbun
box: Oisix,Pal System
club: Midori Tennis
employer: Tohoku Seiki,Kita Byoin,Umi Systems
benefit: Jido Teate
craft: Yamato Reform,Auto Backs,Mori Shika,Kagu Ichiba
"""
