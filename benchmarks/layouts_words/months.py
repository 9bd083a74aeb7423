"""Abbreviated month names as banks print them."""

from __future__ import annotations

_LINES = """
gb Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
de Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez
ch Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez
fr janv févr mars avr mai juin juil août sept oct nov déc
it gen feb mar apr mag giu lug ago set ott nov dic
es ene feb mar abr may jun jul ago sep oct nov dic
mx ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC
br jan fev mar abr mai jun jul ago set out nov dez
pt jan fev mar abr mai jun jul ago set out nov dez
nl jan feb mrt apr mei jun jul aug sep okt nov dec
se jan feb mar apr maj jun jul aug sep okt nov dec
dk jan feb mar apr maj jun jul aug sep okt nov dec
no jan feb mar apr mai jun jul aug sep okt nov des
fi tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu
pl sty lut mar kwi maj cze lip sie wrz paź lis gru
cz led úno bře dub kvě čvn čvc srp zář říj lis pro
hu jan febr márc ápr máj jún júl aug szept okt nov dec
ro ian feb mar apr mai iun iul aug sept oct nov dec
tr Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara
ru янв фев мар апр май июн июл авг сен окт ноя дек
ua січ лют бер кві тра чер лип сер вер жов лис гру
gr Ιαν Φεβ Μαρ Απρ Μαϊ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ
id Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des
my Jan Feb Mac Apr Mei Jun Jul Ogo Sep Okt Nov Dis
rs jan feb mar apr maj jun jul avg sep okt nov dec
si jan feb mar apr maj jun jul avg sep okt nov dec
ee jaan veebr märts apr mai juuni juuli aug sept okt nov dets
lv jan feb mar apr mai jūn jūl aug sep okt nov dec
bg яну фев мар апр май юни юли авг сеп окт ное дек
"""

SHORT: dict[str, tuple[str, ...]] = {line.split()[0]: tuple(line.split()[1:]) for line in _LINES.strip().splitlines()}
