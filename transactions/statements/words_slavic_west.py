"""More names of columns in Polish, Czech and Slovak, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "Polish": {
        "booking_date": """
            data księgowa | data zaksięg. | data ksieg. | data przetworzenia | data rozliczenia | data obciążenia
            data realizacji | data rachunku | księgowanie
        """,
        "date": """
            data | data i godzina | data i czas operacji | data dokonania | data utworzenia
            data transakcji kartowej | data płatności | data zakupu | data nadania | data operacji/waluty | godzina
        """,
        "value_date": """
            data waluty transakcji | waluta data | data efektywna
        """,
        "amount": """
            kwota (pln) | kwota w pln | kwota pln | kwota operacji pln | kwota w walucie konta
            kwota transakcji w walucie rachunku | kwota obciążenia/uznania | kwota płatności | kwota zaksięgowana
            wartość | obciążenie/uznanie | uznanie/obciążenie | kwota netto | suma
            kwota operacji w walucie rachunku | kwota transakcji (pln)
        """,
        "debit": """
            kwota wn | wn | wydatek | rozchód | rozchody | obciążenia (pln) | debet | obciążenie rachunku
            wychodzące | suma obciążeń kwota
        """,
        "credit": """
            kwota ma | uznania (pln) | przychód | przychody | kredyt | uznanie rachunku | przychodzące | wpływ
        """,
        "balance": """
            saldo (pln) | saldo pln | saldo końcowe po operacji | saldo księgowe | saldo po | saldo po księgowaniu
            dostępne środki | stan konta | stan rachunku | saldo dostępne | bilans
        """,
        "currency": """
            waluta kwoty | waluta konta | kod waluty | waluta rozliczenia | wal.
        """,
        "flag": """
            strona | wn/ma strona | obciążenie/uznanie typ | d/c | typ (wn/ma) | rodzaj (wn/ma) | debet/kredyt
            uznanie/obciążenie typ | znak
        """,
        "counterparty": """
            dane nadawcy/odbiorcy | nadawca lub odbiorca | dane strony operacji | nazwa nadawcy
            nazwa odbiorcy/nadawcy | nazwa i adres | kontrahent nazwa | odbiorca/nadawca | odbiorca/zleceniodawca
            zleceniodawca | beneficjent | nazwa sklepu | sklep | miejsce transakcji | akceptant | strona operacji
            nazwa strony
        """,
        "description": """
            opis | opis szczegółowy | tytuł operacji | tytuł przelewu | tytuł płatności | tytuł transakcji | treść
            szczegóły | szczegóły operacji | informacje dodatkowe | komentarz | uwagi | notatka | operacja | cel
            dodatkowe informacje | opis dodatkowy | tytuł/opis
        """,
        "external_id": """
            identyfikator | identyfikator operacji | nr operacji | numer operacji | numer dokumentu | id operacji
            id transakcji | sygnatura | lp. | lp | referencje | referencje banku | nr transakcji bankowej
        """,
        "account": """
            konto | rachunek własny | nr rachunku własnego | numer karty | karta | numer rachunku/karty
            rachunek źródłowy | produkt
        """,
        "counter_account": """
            rachunek docelowy | nr konta | nr konta kontrahenta | konto kontrahenta | rachunek przelewu
            nr rachunku odbiorcy | numer rachunku odbiorcy | numer rachunku nadawcy | numer konta nadawcy/odbiorcy
            rachunek strony
        """,
        "status": """
            stan operacji | status operacji | status transakcji
        """,
        "category": """
            kategoria wydatku | podkategoria | grupa
        """,
        "type": """
            typ | rodzaj | typ operacji bankowej | kod operacji | rodzaj płatności | kanał | symbol operacji
            typ płatności
        """,
        "foreign_amount": """
            kwota oryginalnej transakcji | kwota w walucie oryginalnej | kwota w walucie | kwota waluty
            kwota blokady/zwolnienie blokady | kwota płatności w walucie oryginalnej | kwota pierwotna
        """,
        "foreign_currency": """
            waluta obca | waluta pierwotna | waluta oryginalnej transakcji | waluta płatności
        """,
        "fee": """
            prowizja (pln) | opłaty | koszt | koszty
        """,
    },
    "Czech": {
        "booking_date": """
            datum zúčtování | datum zauctovani | datum účtování | zaúčtováno dne | datum zaúčtování transakce
            datum připsání | datum realizace | datum proúčtování | zpracováno | dat. zúčt.
        """,
        "date": """
            datum | datum operace | datum a čas | datum platby | datum pohybu | datum transakce kartou
            datum provedení transakce | datum nákupu | čas | datum vytvoření | den
        """,
        "value_date": """
            valuta | datum valuty | datum odepsání | datum splatnosti
        """,
        "amount": """
            částka (czk) | částka czk | částka v czk | částka v kč | částka kč | částka v měně účtu
            částka transakce | částka operace | částka platby | pohyb | obrat | objem (czk) | suma v měně účtu
            hodnota | celkem | připsáno/odepsáno | příjem/výdaj | zaúčtovaná částka v měně účtu
        """,
        "debit": """
            odepsáno | debet | na vrub | výdej (czk) | odchozí částka | výběr | platby | md | vybráno | odúčtováno
        """,
        "credit": """
            kredit | ve prospěch | příjem (czk) | příchozí částka | vklad | přijaté platby | připsaná částka | d
        """,
        "balance": """
            zůstatek účtu | zůstatek (czk) | zůstatek po transakci | zůstatek po pohybu | účetní zůstatek
            aktuální zůstatek | použitelný zůstatek | stav účtu
        """,
        "currency": """
            měna transakce | měna platby | měna částky | kód měny
        """,
        "flag": """
            směr | směr platby | debet/kredit | kredit/debet | typ pohybu (d/k) | příjem/výdaj typ
            příchozí/odchozí | znaménko | má dáti/dal
        """,
        "counterparty": """
            název účtu protistrany | název protistrany/obchodník | plátce/příjemce | plátce / příjemce
            příjemce / plátce | jméno protistrany | název příjemce | název plátce | protiúčet a název
            obchodní místo | místo | protistrana název | název obchodníka | odesílatel | plátce | protiúčet - název
            název účtu příjemce | zákazník | dodavatel
        """,
        "description": """
            popis operace | popis pohybu | popis platby | popis příkazce | zpráva pro plátce | zpráva pro mě
            zpráva | poznámka pro mne | poznámka pro příjemce | poznámka k platbě | doplňující údaj
            doplňující informace | av pole | av pole 1 | účel | účel platby | informace k platbě | komentář | text
            detail | detaily | identifikace | typ a popis | uživatelská identifikace | poznámka k úhradě | název
        """,
        "external_id": """
            reference | referenční číslo | reference transakce | číslo transakce | číslo dokladu | číslo pohybu
            identifikátor | identifikace transakce | kód transakce | id transakce banky | pořadové číslo
        """,
        "account": """
            číslo účtu/iban | moje účty | účet | účet číslo | účet klienta | karta | číslo karty
            název účtu a číslo
        """,
        "counter_account": """
            protiúčet číslo | číslo protiúčtu/kód banky | účet protistrany | číslo účtu příjemce | číslo účtu plátce
            účet příjemce | účet plátce | protiúčet/kód banky | protistrana - účet | iban protistrany
        """,
        "type": """
            typ | typ operace | typ platby | druh | druh pohybu | druh platby | kategorie pohybu | kód operace
            variabilní symbol | konstantní symbol | specifický symbol | vs | ks | ss | způsob platby
        """,
        "category": """
            kategorie platby | podkategorie | skupina
        """,
        "status": """
            stav platby | stav transakce | stav operace
        """,
        "foreign_amount": """
            originální částka | částka originální | částka v měně transakce | částka v původní měně
            částka v měně protistrany | částka v cizí měně transakce | částka obchodu
        """,
        "foreign_currency": """
            měna obchodu | originální měna | měna původní | měna protistrany | cizí měna
        """,
        "fee": """
            poplatky | poplatek v měně | výše poplatku | bankovní poplatek | poplatky celkem
        """,
    },
    "Slovak": {
        "booking_date": """
            dátum zaúčtovania transakcie | dátum zúčtovania | dátum realizácie | dátum vykonania | zaúčtované
            dátum pripísania | zúčtované
        """,
        "date": """
            dátum | dátum transakcie | dátum pohybu | dátum platby | dátum a čas | dátum operácie | deň | čas
        """,
        "value_date": """
            dátum valuty | valuta | dátum splatnosti
        """,
        "amount": """
            suma (eur) | suma v eur | suma v € | suma v mene účtu | suma transakcie | suma pohybu | výška platby
            objem | hodnota | čiastka v eur | suma platby | obrat
        """,
        "debit": """
            debet | na ťarchu | výdaj | výdavky | odchádzajúca platba | odpísané | výber
        """,
        "credit": """
            kredit | v prospech | príjem | príjmy | prichádzajúca platba | pripísané | vklad
        """,
        "balance": """
            zostatok | zostatok (eur) | zostatok po transakcii | konečný zostatok | disponibilný zostatok
            účtovný zostatok | stav účtu
        """,
        "currency": """
            mena transakcie | mena platby | mena sumy
        """,
        "flag": """
            typ pohybu | debet/kredit | kredit/debet | smer | príjem/výdaj
        """,
        "counterparty": """
            protistrana | názov partnera | meno protistrany | platiteľ | príjemca/platiteľ | platiteľ/príjemca
            názov príjemcu | obchodník | názov protiúčtu/obchodníka | miesto | partner | odosielateľ
        """,
        "description": """
            popis | popis pohybu | popis platby | popis operácie | informácia pre príjemcu platby
            správa pre prijímateľa platby | referencia platiteľa | poznámka | referencia | detail | text
            doplňujúce údaje | názov
        """,
        "external_id": """
            číslo transakcie | referenčné číslo | identifikátor transakcie | id pohybu | číslo dokladu
        """,
        "account": """
            účet | číslo účtu | iban účtu | moje číslo účtu | číslo karty | karta
        """,
        "counter_account": """
            protiúčet | číslo protiúčtu | účet protistrany | iban protistrany | číslo účtu partnera | partner účet
            predčíslo protiúčtu
        """,
        "type": """
            typ transakcie | typ platby | druh transakcie | variabilný symbol | špecifický symbol
            konštantný symbol | kód operácie
        """,
        "category": """
            kategória platby | podkategória
        """,
        "foreign_amount": """
            suma v mene transakcie | pôvodná suma v mene | suma v pôvodnej mene | čiastka v cudzej mene
        """,
        "foreign_currency": """
            pôvodná mena | cudzia mena
        """,
        "fee": """
            poplatky | výška poplatku
        """,
    },
}
