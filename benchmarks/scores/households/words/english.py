"""English-speaking countries: United States, United Kingdom, India. See `countries` for the form."""

from __future__ import annotations

BLOCKS = """
[US USD 110 99 %m/%d|Austin TX,Columbus OH,Portland OR,Tampa FL|]
card: POS PURCHASE {payee} #{store} {city} | ^CHECKCARD {date} {payee} {store} {city} XXXX{card}
online: {payee} {ord} 800-555-0{store} CA | ^RECURRING PMT {date} {payee} {ord}
debit: ACH DEBIT {payee} PPD ID: {mandate} | ^{payee} DES:PAYMENT ID:{ref} INDN:{holder}
standing: BILL PAY {payee} ON {date} | ^ONLINE BANKING PAYMENT TO {payee} CONF# {ord}
credit: ACH CREDIT {payee} {subject} {mandate} | ^{payee} DES:{subject} ID:{ref} INDN:{holder}
atm: ATM WITHDRAWAL {date} {city} {store} | ^BKOFAMERICA ATM {date} #{ref} WITHDRWL {city}
fee: {subject} | ^{subject}
transfer: ONLINE TRANSFER {subject} REF #{ord} | ^ONLINE BANKING TRANSFER {subject} CONF# {ord}
fees: OVERDRAFT FEE,WIRE TRANSFER FEE,LATE PAYMENT FEE,FOREIGN TRANSACTION FEE
account_fee: MONTHLY MAINTENANCE FEE
pay: PAYROLL,DIRECT DEP
moves: TO SAVINGS,FROM CHECKING,CARD PAYMENT THANK YOU
holder: J ALDERTON
groceries: Kroger,Trader Joe's,H-E-B,Safeway,Aldi
fuel: Shell Oil,Chevron,Exxon,7-Eleven
cafe: Starbucks,Peet's Coffee,Corner Bean
lunch: Chipotle,Panda Express,Sweetgreen,Deli Plus
restaurant: Olive Garden,Blue Door Bistro,Taqueria Luz,Smokehouse 44
transport: Metro Transit,CapMetro,Uber *Trip
hairdresser: Great Clips,Studio Fern Hair
pharmacy: CVS/Pharmacy,Walgreens
clothing: Old Navy,Gap,Nordstrom Rack,Target
shops: Amazon.com,Best Buy,Home Depot,Etsy.com,IKEA,Barnes & Noble,Petco,REI,Wayfair,Staples
travel: Delta Air Lines,Airbnb,Marriott,Expedia
small: Lone Pine Books,Sunny Nails,Garza Auto Wash,Maple Toys,Kite Cycles,Olmo Flowers,Vinyl Attic,Bay Framing
electricity: Austin Energy,Duke Energy
water: City of Columbus Water
internet: Comcast Xfinity,AT&T Internet
mobile: Verizon Wireless,Mint Mobile
insurance: State Farm,Geico
health_insurance: Blue Cross
tax: County Tax Collector
broadcast: National Public Radio
childcare: Little Oaks Daycare
loan: Ally Auto Loan,Sofi Lending
landlord: Greystone Apartments,M Okafor
gym: Planet Fitness,Iron Yard Gym
paper: Statesman Digital
box: HelloFresh,Chewy Autoship
club: Lakeside Tennis Club
employer: Brightwater Logistics,Fenwick Dental Group,Harlan Systems
benefit: SSA TREAS 310
craft: Dunmore Roofing,Falk Auto Repair,Pike Veterinary,Stellar Furniture,Ridge Dental

[GB GBP 88 99 %d%b|Leeds,Bristol,Norwich,Cardiff|debit standing credit]
card: {payee} {store} {city} GB | ^CARD PAYMENT TO {payee} {city} ON {date}
online: {payee} {ord} LONDON GB | ^CARD PAYMENT TO {payee} {ord}
debit: DIRECT DEBIT {payee} REF {mandate} | ^{payee} {mandate} DDR
standing: STANDING ORDER {payee} {subject} | ^{payee} {subject} STO
credit: BANK GIRO CREDIT {payee} {subject} | ^{payee} {subject} BGC
atm: CASH {city} {date} | ^CASH WITHDRAWAL AT {city} ATM {ref}
fee: {subject} | ^{subject}
transfer: TRANSFER {subject} {ref} | ^{subject} FASTER PAYMENT {ref}
fees: Unarranged overdraft fee,Late payment charge,Non-sterling transaction fee,Returned item fee
account_fee: Packaged account fee
pay: SALARY,WAGES
moves: TO SAVINGS POT,FROM CURRENT ACCOUNT,CREDIT CARD PAYMENT
holder: MR T ASHCOMBE
groceries: Tesco Stores,Sainsbury's,Aldi,Co-op Food,Lidl
fuel: BP,Esso,Shell
cafe: Costa Coffee,Pret A Manger,The Little Kettle
lunch: Greggs,Boots Meal Deal,Itsu
restaurant: Nando's,The Old Plough,Saffron Garden,Pizza Express
transport: TfL Travel Charge,Trainline,First Bus
hairdresser: Toni & Guy,Mane Street Barbers
pharmacy: Boots,Superdrug
clothing: Next,Primark,Marks & Spencer
shops: Amazon.co.uk,Argos,B&Q,Currys,Waterstones,IKEA,Etsy,John Lewis,Halfords,Pets at Home
travel: EasyJet,Booking.com,Premier Inn,Jet2
small: Fernley Crafts,Harbour Books,Pike & Sons Butchers,Moor Cycles,Penny Lane Toys,Dales Cheese,Ivy Florist
electricity: Octopus Energy,British Gas,EDF Energy
water: Yorkshire Water,Wessex Water
internet: BT Group,Virgin Media
mobile: EE Limited,3 Mobile,giffgaff
insurance: Aviva,Admiral,Direct Line
health_insurance: Bupa
tax: Leeds City Council Tax
broadcast: TV Licence MBP
childcare: Acorns Nursery
loan: Black Horse Finance,Zopa
landlord: Harcourt Lettings,R Whitcombe
gym: PureGym,The Gym Group
paper: The Guardian
box: Gousto,Riverford Organic
club: Wharfedale Rugby Club
employer: Northgate Print Ltd,Calder NHS Trust,Penrose & Hale
benefit: HMRC CHILD BENEFIT
craft: Thorpe Boilers,Kwik Motors,Vets4U Moorside,Oakley Sofas,Hale Dentistry

[IN INR 4200 0 %d-%m-%y|Pune,Kochi,Jaipur,Mysuru|]
card: POS {store} {payee} {city} | ^POS/{payee}/{date}/{ref}/{city}
online: {payee} {ord} MUMBAI IN | ^ECOM PUR/{payee}/{ref}
debit: ACH D- {payee}-{mandate} | ^NACH-DR-{payee}-{mandate}
standing: UPI-{payee}-{subject}-{ref} | ^SI/{payee}/{subject}/{ref}
credit: NEFT CR-{payee}-{subject}-{ref} | ^NEFT/{ref}/{payee}/{subject}
atm: ATW-{card}-{store}-{city} | ^ATM-CASH/{city}/{ref}
fee: {subject} | ^{subject} {date}
transfer: IMPS-{ref}-{subject} | ^MB FT {subject} {ref}
fees: CHQ RETURN CHARGES INCL GST,MIN BAL CHARGES,DC INTL POS TXN MARKUP+ST,LATE PAYMENT CHARGES
account_fee: DEBIT CARD ANNUAL FEE INCL GST
pay: SALARY,SAL CREDIT
moves: OWN ACCOUNT SAVINGS,OWN ACCOUNT SALARY,CC BILL PAYMENT
holder: A DESHPANDE
groceries: DMart,BigBasket,Reliance Fresh,More Supermarket
fuel: Indian Oil,HP Petrol Pump,Bharat Petroleum
cafe: Cafe Coffee Day,Chaayos,Filter Kaapi
lunch: Haldiram's,Saravana Bhavan,Thali House
restaurant: Barbeque Nation,Paradise Biryani,Zomato,Swiggy
transport: Pune Metro,Uber India,Ola Cabs
hairdresser: Naturals Salon,Lakme Salon
pharmacy: Apollo Pharmacy,MedPlus
clothing: Pantaloons,Myntra,Max Fashion
shops: Amazon Pay India,Flipkart,Croma,Decathlon,Nykaa,Ajio,Crossword Books,Home Centre
travel: IRCTC,MakeMyTrip,IndiGo
small: Sharma Stores,Lotus Stationers,Annapurna Sweets,Ganesh Hardware,Meera Boutique,Raja Electricals
electricity: MSEDCL,BESCOM
water: PMC Water
internet: ACT Fibernet,JioFiber
mobile: Airtel Prepaid,Vi Postpaid
insurance: LIC of India,HDFC Ergo
health_insurance: Star Health
tax: Municipal Property Tax
broadcast: Tata Play
childcare: Kidzee Preschool
loan: Bajaj Finance,HDFC Home Loan
landlord: S Kulkarni,Prestige Estates
gym: Cult.fit,Talwalkars
paper: The Hindu
box: Licious,Country Delight
club: Deccan Gymkhana
employer: Infovista Labs,Sahyadri Motors,Konkan Foods
benefit: EPFO PENSION
craft: Om Sai Garage,Nilkamal Furniture,Dr Rao Dental,Royal Tiles
"""
