"""Languages of several scripts: their commonest words, and the syllables that make up others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


def listed(text: str, between: str = " ") -> list[str]:
    """Words written one after the other."""
    return text.split(between)


class Syllables(NamedTuple):
    """What words of a language are made of; ``endings`` may be empty."""

    starts: Sequence[str]
    middles: Sequence[str]
    endings: Sequence[str]
    least: int = 2
    most: int = 4


class Kind(NamedTuple):
    """A language: how often briefings are in it, its commonest words, and how it makes others.

    Attributes:
        tag: BCP 47.
        share: Of all briefings.
        common: Its commonest words, the commonest first.
        syllables: Of its other words.
        space: What stands between words.
        comma: What divides a sentence.
        stop: What ends one.
    """

    tag: str
    share: float
    common: str
    syllables: Syllables
    space: str = " "
    comma: str = ","
    stop: str = "."


_ENGLISH = (
    "the of and to in a that was for on is by with as it from were at had be has are said not this"
    " have an which its or their they been would he more than who will one after two also could"
    " but his about when may new other no out there over up some all if first into between under"
    " government troops military president ministry soldiers people border officials country"
    " report army war forces attack north south east west region city near three agency defence"
    " foreign security support state minister statement according before during while both so far"
    " weeks days month year years last week units aircraft missiles drones shells weapons training"
    " parliament election sanctions trade energy gas oil grain port ship ships convoy bridge road"
    " railway airport village town capital police court law talks agreement ceasefire withdrawal"
    " deployment exercise brigade battalion commander officer officers intelligence satellite"
    " imagery video photograph document documents spokesman spokeswoman journalists residents"
    " workers refugees hospital school water power supply supplies aid food prices bank currency"
    " budget debt loan tariff export exports import imports company factory mine dam river coast"
    " island sea strait airspace radar nuclear reactor uranium inspectors treaty alliance summit"
    " envoy embassy delegation visit meeting letter appeal protest protesters opposition party"
    " leader coalition vote ballot reform decree order arrest detained trial prison prisoners"
    " exchange hostages killed wounded injured missing dead casualties civilians children women"
    " families evacuated shelter damage destroyed repaired closed opened reopened halted resumed"
    " began ended denied confirmed accused warned called asked told urged agreed refused promised"
    " planned expected believed estimated reported claimed announced published seen heard shown"
    " moved crossed reached entered left returned held seized lost gained fired launched struck"
    " intercepted delivered received bought sold paid built trained equipped prepared ready large"
    " small heavy light long short early late high low likely unclear possible several many few"
    " most least around nearly almost less each every against across along toward without within"
    " because however although since until where what how any such only even still already again"
)
_SYLLABLES_EN = Syllables(
    listed(
        "b br c ch cl cr d dr f fl g gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w"
    ),
    listed("a e i o u ai ea ee ou ar er or an en in on al el"),
    listed("tion ment ing ed er ly ness ance able ist ism ure age ate y s ic ous ship ward"),
    1,
    3,
)
_SYLLABLES_FR = Syllables(
    listed("b ch cl d f gr j l m n p pr qu r s t tr v é"),
    listed("a e é è i o u ou eu ai au oi an en on in"),
    listed("ment tion té ée ées eur ique âge ère oire aux ité ance"),
)
_SYLLABLES_DE = Syllables(
    listed("b br d f g gr h k kl l m n r s sch st t v w z ü ö"),
    listed("a e i o u ä ö ü ei ie au eu an en er"),
    listed("ung heit keit lich isch en er schaft straße größe los bar"),
)
_SYLLABLES_ES = Syllables(
    listed("b c ch d f g j l ll m n p r s t v z"),
    listed("a e i o u á é í ó ú an en ar er or ue ie"),
    listed("ción ciones dad mente ado ada ero ía ño ña ismo ista"),
)
_SYLLABLES_PL = Syllables(
    listed("b c cz d dz g j k kr l ł m n p pr r rz s sz ś t w z ż"),
    listed("a ą e ę i o ó u y ia ie"),
    listed("ość ów ami ach nie cja ski ska ego owy ować ć"),
)
_SYLLABLES_VI = Syllables(
    listed("b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x"),
    listed("a à á ạ â ấ ầ ă e ê ế ệ i í o ô ố ộ ơ ớ ợ u ú ư ứ ươ iê"),
    listed(";n;ng;nh;t;c;m;p", ";"),
    1,
    1,
)
_SYLLABLES_RU = Syllables(
    listed("б в вз г д ж з к кр л м н п пр р с ст т тр ф х ц ч ш"),
    listed("а е и о у ы я ю ё ов ер ал ан ен"),
    listed("ость ение ания ский ского ному ать ить ов ами ция ник тель"),
)
_SYLLABLES_UK = Syllables(
    listed("б в г ґ д ж з к л м н п пр р с ст т тр ф х ц ч ш щ"),
    listed("а е и і ї о у я ю є ов ер ал ан"),
    listed("ість ення ання ський ського ому ати ити ів ами ція ник"),
)
_SYLLABLES_AR = Syllables(
    listed("ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ع غ ف ق ك ل م ن ه و ي ال مت است"),
    listed("ا و ي ب ت ر س ع ف ق ل م ن د ه"),
    listed("ة ات ون ين ية ها هم"),
    2,
    3,
)
_KO_FIRST = (
    "가 강 경 계 고 공 관 광 교 구 국 군 권 금 기 남 내 농 대 도 동 무 문 미 민 방 백 법 병 보"
    " 부 북 사 산 상 생 서 선 성 세 소 수 시 식 신 실 안 양 업 역 연 영 외 용 원 위 유 의 이 인"
    " 일 자 장 재 전 정 제 조 주 중 지 직 진 차 참 청 체 총 출 통 투 파 평 포 품 하 학 한 함 합"
)
_KO_NEXT = (
    "가 강 경 고 관 국 군 기 단 당 도 동 력 령 로 리 문 물 미 방 법 부 사 상 서 선 성 소 수 술"
    " 시 안 약 업 원 위 유 인 자 장 전 정 제 주 지 진 차 청 체 투 표 품 합 해 행 화 회"
)
_KO_LAST = "은 는 이 가 을 를 에 의 와 과 도 로 에서 으로 하는 했다 한다 적인 이라고 에게"
_SYLLABLES_KO = Syllables(_KO_FIRST.split(), _KO_NEXT.split(), _KO_LAST.split(), 1, 3)
_COMMON_HAN = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前"
    "开但因只从想实军日者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最"
    "重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门"
    "任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数"
    "安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科"
    "司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取"
    "拉格望觉术领共确传师观清今切院让识候带导争运笔"
)
HAN_FIRST, HAN_LAST = 0x4E00, 0x9FA5

KINDS = (
    Kind("en", 0.52, _ENGLISH, _SYLLABLES_EN),
    Kind(
        "fr",
        0.06,
        "de la le et les des en un du une que est pour dans a par plus sur au avec ce il ne pas se"
        " qui ont été sont armée guerre ministère défense troupes frontière président selon après"
        " deux élections région sécurité réfugiés énergie",
        _SYLLABLES_FR,
    ),
    Kind(
        "de",
        0.05,
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es"
        " an werden aus hat dass nach wird bei Regierung Truppen Grenze Präsident über Krieg"
        " Außenminister Verhandlungen Übung Stützpunkt Behörden",
        _SYLLABLES_DE,
    ),
    Kind(
        "es",
        0.06,
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus"
        " le ha gobierno ejército según frontera presidente ministro después región elecciones año"
        " ataque víctimas energía",
        _SYLLABLES_ES,
    ),
    Kind(
        "pl",
        0.03,
        "w i na z do się nie że o jest to przez od po za jak dla oraz ale był było wojska rząd"
        " granica żołnierze prezydent minister według wojny zostały",
        _SYLLABLES_PL,
    ),
    Kind(
        "vi",
        0.02,
        "của và các có được trong cho là một người với đã không những này về đến chính phủ quân đội"
        " biên giới tổng thống",
        _SYLLABLES_VI,
    ),
    Kind(
        "ru",
        0.07,
        "в и на не что с по он из к за о от как до но это также были для году был при его их все"
        " войска военные министерство обороны граница президент сообщил области страны армии"
        " солдаты переговоры после около",
        _SYLLABLES_RU,
    ),
    Kind(
        "uk",
        0.04,
        "в і на не що з за до та у про від як але це також були для року був при його їх усі"
        " війська військові міністерство оборони кордон президент повідомив області країни"
        " солдати переговори після близько",
        _SYLLABLES_UK,
    ),
    Kind(
        "ko",
        0.06,
        "있다 이 그 등 및 수 것으로 위해 대한 지난 밝혔다 말했다 북한 한국 정부 군 러시아 미국"
        " 대통령 국방부 병력 파병 국경 전쟁 우크라이나 따르면 가운데 이번"
        " 통해 현지 관계자는 전했다",
        _SYLLABLES_KO,
    ),
    Kind(
        "zh",
        0.05,
        " ".join(_COMMON_HAN),
        Syllables((), (), ()),
        "",
        "，",
        "。",
    ),
    Kind(
        "ar",
        0.04,
        "في من على إلى أن التي عن مع هذا الذي كان بين قال بعد ذلك كما هذه لم قد عند الرئيس الحكومة"
        " الجيش القوات الحدود وزارة الدفاع الحرب المنطقة المحادثات قتل",
        _SYLLABLES_AR,
        comma="،",
    ),
)
