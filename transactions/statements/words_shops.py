"""Names and words that show that a row is spending: used only where nothing else tells in from out."""

from __future__ import annotations

# Shops, services and kinds of shops found in many countries. Names of people and of small firms do not belong here.
SHOP_WORDS = """
amazon | amzn | amzn mktp | walmart | target | costco | ikea | aldi | lidl | carrefour | tesco | sainsburys
sainsbury s | asda | waitrose | morrisons | rewe | edeka | netto | penny | kaufland | spar | migros | coop
coles | woolworths | kroger | safeway | walgreens | cvs | boots | dm | rossmann | starbucks | mcdonalds
mcdonald s | burger king | kfc | subway | costa | dominos | pizza hut | pizza | chipotle | dunkin | wendy s
uber | uber eats | ubereats | lyft | bolt | deliveroo | doordash | just eat | grubhub | foodpanda | grab | gojek
swiggy | zomato | netflix | spotify | apple com | apple com bill | itunes | google | google play | youtube
steam | playstation | microsoft | adobe | disney plus | hulu | audible | dropbox | github | openai | paypal
ebay | etsy | aliexpress | temu | shein | zalando | asos | h m | zara | primark | decathlon | booking com
airbnb | expedia | ryanair | easyjet | lufthansa | shell | bp | esso | exxon | exxonmobil | mobil | chevron
total energies | texaco | circle k | 7 eleven | seven eleven | 711 | homedepot | home depot | lowes | best buy
b q | vodafone | verizon | at t | comcast | t mobile | o2 | telekom | orange | flipkart | bigbasket | jd com
taobao | meituan | 美团 | 滴滴 | 京东 | supermarket | supermercado | supermarche | supermarkt | grocery | groceries
restaurant | restaurante | ristorante | cafe | coffee | kaffee | bakery | bäckerei | boulangerie | panaderia
bar | pub | grill | bistro | sushi | burger | deli | diner | pharmacy | pharmacie | farmacia | apotheke | apteka
drogerie | parking | parkhaus | garage | petrol | gas station | fuel | tankstelle | car wash | taxi | metro
transit | railway | bahn | sncf | renfe | trenitalia | airlines | airways | hotel | hostel | cinema | kino
theatre | museum | gym | fitness | salon | barber | dentist | veterinary | hardware | bookstore | market | mart
shop | store | stores | boutique | insurance | electric | utilities | subscription | membership
"""
SALES_WORDS = """
customer id | customer email | customer description | customer name | customer | seller message | buyer | buyer name
buyer email | payout | payout id | shopper | order number
"""
CARD_SCHEMES = """
visa | mastercard | master card | american express | amex | discover | diners club | jcb | unionpay | 银联 | visa card
visa credit | visa classic | visa gold | visa platinum | mastercard gold | eurocard | credit card | kreditkarte
kreditkort | tarjeta de crédito | carte de crédit | carta di credito | cartão de crédito | maestro card
"""
