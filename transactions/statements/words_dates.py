"""Month names and their abbreviations, case folded, in the languages bank exports come in."""

from __future__ import annotations

_BY_MONTH = (
    """
    january яну януари يناير januarie gener xaneiro urtarrila janar janúar იანვარი yanvar
    jan januar janv janvier enero ene
    gennaio gen janeiro januari janvāris jaanuar jaan tammikuu tammi styczeń stycznia sty leden ledna led január
    sausio saus ianuarie ian oca ocak янв январь января січ січня sij siječanj jän jänner ιαν ม.ค. мкн ינו ינואר
    ян
    """,
    """
    february февруари فبراير februarie febrer febreiro otsaila shkurt febrúar თებერვალი
    fevral feb februar févr février fév
    fevrier fevr febrero febbraio fevereiro fev februari februāris veebruar veebr helmikuu helmi luty lutego lut
    únor února úno február vasario vas şub şubat sub subat фев февраль февраля лют лютого velj veljača feber φεβ
    פבר פברואר febr
    """,
    """
    march مارس març martxoa mars მარტი mart mac mar märz marz mär mrz marzo março marco maart mrt marts märts
    maaliskuu maalis marzec marca březen března bře március márc marec kovo kov martie мар март марта бер
    березня ožu ožujak maret μαρ מרץ maa
    """,
    """
    april април أبريل abril apirila prill apríl აპრილი aprel apr avril avr
    abr aprile aprīlis aprill huhtikuu huhti kwiecień
    kwietnia kwi duben dubna dub április ápr balandžio bal aprilie nisan nis апр апрель апреля кві квітня tra
    travanj απρ אפר אפריל
    """,
    """
    may مايو μαϊ μάι maig maiatza maí მაისი mayıs mei mai maj mayo maggio
    mag maio maijs toukokuu touko květen května kvě
    május máj gegužės geg май мая тра травня svi svibanj μαι מאי kve
    """,
    """
    june jūn юни يونيو junie juny xuño ekaina qershor júní ივნისი iyun juni jun
    juin junio giugno giu junho jūnijs juuni
    kesäkuu kesä czerwiec czerwca cze červen června čvn június jún birželio bir iunie iun haziran haz июн июнь
    июня чер червня lipanj lipnja ιουν יונ יוני
    """,
    """
    july lip jūl юли يوليو julie juliol xullo uztaila korrik júlí ივლისი iyul julai
    jul juli juil juillet julio luglio lug julho
    jūlijs juuli heinäkuu heinä lipiec lipca červenec července čvc július júl liepos lie iulie iul temmuz tem
    июл июль июля лип липня srpanj srpnja ιουλ יול יולי
    """,
    """
    august avg ogo أغسطس agost abuztua gusht ágúst აგვისტო avqust agustus ogos
    aug août aout agosto ago augustus augusti
    augusts elokuu elo sierpień sierpnia sie srp srpen srpna augusztus rugpjūčio rgp ağustos ağu agu авг август
    августа сер серпня kol kolovoz αυγ אוג אוגוסט
    """,
    """
    september сеп септември سبتمبر setembre iraila shtator septembar სექტემბერი sentyabr
    sep sept septembre septiembre set settembre
    setembro septembris syyskuu syys wrzesień września wrz září zář szeptember szept rugsėjo rgs septembrie
    eylül eyl сен сентябрь сентября вер вересня ruj rujan σεπ ספט ספטמבר
    """,
    """
    october октомври أكتوبر octubre outubro urria tetor oktobar október ოქტომბერი oktyabr
    oct oktober okt octobre ottobre ott
    out oktobris oktoober lokakuu loka październik października paź paz říjen října říj spalio spa octombrie
    ekim eki окт октябрь октября жов жовтня οκτ אוק אוקטובר
    """,
    """
    november ное ноември نوفمبر listopada novembre azaroa nëntor novembar nóvember ნოემბერი
    noyabr nov noviembre novembro novembris marraskuu
    marras listopad lis lapkričio lap noiembrie noi kasım kas ноя ноябрь ноября лис листопада studeni stu νοε
    נוב נובמבר
    """,
    """
    december dis декември ديسمبر desember desembre decembro abendua dhjetor decembar
    disember დეკემბერი dekabr dec dezember dez
    décembre déc decembre diciembre dic dicembre dezembro des decembris detsember dets joulukuu joulu grudzień
    grudnia gru prosinec prosince pro décembris decembrie aralık ara дек декабрь декабря гру грудня pros
    prosinac δεκ דצמ דצמבר
    """,
)

MONTHS: dict[str, int] = {}
for _number, _names in enumerate(_BY_MONTH, start=1):
    for _name in _names.split():
        MONTHS.setdefault(_name.casefold().rstrip("."), _number)

# Written with points inside, so they are put in place of the whole name before a date is read. Longer names first.
THAI_MONTHS: tuple[tuple[str, str], ...] = tuple(
    (name, f" {english} ")
    for english, names in (
        ("jan", ("มกราคม", "ม.ค.")), ("feb", ("กุมภาพันธ์", "ก.พ.")), ("mar", ("มีนาคม", "มี.ค.")),
        ("apr", ("เมษายน", "เม.ย.")), ("may", ("พฤษภาคม", "พ.ค.")), ("jun", ("มิถุนายน", "มิ.ย.")),
        ("jul", ("กรกฎาคม", "ก.ค.")), ("aug", ("สิงหาคม", "ส.ค.")), ("sep", ("กันยายน", "ก.ย.")),
        ("oct", ("ตุลาคม", "ต.ค.")), ("nov", ("พฤศจิกายน", "พ.ย.")), ("dec", ("ธันวาคม", "ธ.ค.")),
    )
    for name in names
)  # fmt: skip
