"""Which encoding a text file is written in."""

from __future__ import annotations

import codecs

from checker.document import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
_GUESSES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5hkscs")
_SAMPLE = 4_000
_MULTIBYTE = "\u0800"  # from here on UTF-8 takes three bytes, and three in a row that fit it by chance are rare

# What most characters of an official text are, in either script; the rest of a text decoded rightly is mostly of the standard sets.
_COMMON = frozenset(
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看"
    "起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世"
    "什两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太"
    "新比才便夫再书部水像眼等体却加电主界门利海受听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神记处让母父应"
    "直字场平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男边风解叫任金快原吃变通师立象数四失满战远格士音轻目条城市县区"
    "镇乡村街省局委府政务院党组织建设项投资产业企税收支财政预算决算增长降低率占比亿元万千百户套吨亩公顷米里度件次批例份所台辆"
    "零二五六七八九贰叁肆伍陆柒捌玖拾佰仟整完成达累计合其余季底末初较上下同期今去本全规划工程农林牧渔商贸服务消费价格指标统计"
    "社会保障就业医疗卫生教育科技环境生态改革创新推进实施落实加强提高促进发展稳定安全质量管理监督审计检查问题整改措施目标任务"
    "标投招采购合同甲乙双方付款验收评审专家共约近余超额净利润营负债权益存贷银行险基础设施住房城镇居民均支配入学校研究单位名称"
    "個們來時為說國會後過對學麼無樣發當沒種開總從現見長經頭動間問點幾話與實車進機氣並別書電門體許員難樂東處讓應場報關張認軍"
    "歲覺帶萬邊風師數滿戰遠輕條縣區鎮鄉務黨組織設項資產業稅財預決億戶噸畝頃輛貳參陸達計餘較規劃農漁貿費價標統衛環態創強穩質"
    "導監審題購雙驗評專約額淨潤營負債權銀險礎鎮單稱區萬這長對於間應從將與國務還給變際類確辦證團結構據門優勢"
    "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％～　「」『』．０１２３４５６７８９"
)


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file without its byte order mark, and the name of its encoding.

    Byte order mark first, then strict UTF-8, then whichever of GB18030, UTF-16 and Big5 gives the greatest share of common characters.
    Raises Unreadable where none of them gives Chinese text.
    """
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data, name, codec).removeprefix("\ufeff"), name
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > 60 and _share(data[:_SAMPLE][: error.start].decode("utf-8", "ignore")) > 0.7:
            raise _damaged("utf-8", error.start) from None
        return _best(data)
    multibyte = max(text, default="") >= _MULTIBYTE and "\0" not in text
    return (text, "utf-8") if multibyte or _share(text[:_SAMPLE]) > 0.7 or not data.strip() else _best(data)


def _strict(data: bytes, name: str, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _damaged(name, error.start) from None


def _best(data: bytes) -> tuple[str, str]:
    best = (0.5, "", "")
    for codec in _GUESSES:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        share = _share(text[:_SAMPLE])
        if share > best[0]:
            best = (share, text, codec)
    if not best[2]:
        raise Unreadable(
            "这不是文本文件，或者编码不是 UTF-8、GB18030、UTF-16、Big5 之一。",
            "This is not a text file, or its encoding is none of UTF-8, GB18030, UTF-16 and Big5.",
        )
    return best[1], best[2]


def _share(text: str) -> float:
    """How far the characters of `text` look like those of a Chinese document, at most 1."""
    worth = sum(map(_worth, text))
    return worth / len(text) if text else 0.0


def _worth(character: str) -> float:
    if character in _COMMON:
        return 1.0
    if character < "\x7f":
        return 0.9 if character >= " " or character in "\t\n\r\f" else -4.0
    if "\u4e00" <= character <= "\u9fff":
        return 0.6 if _standard(character) else -0.2
    return 0.2 if "\u2000" <= character <= "\u30ff" or "\uff00" <= character <= "\uffef" else -1.0


def _standard(character: str) -> bool:
    """Whether the character stands in the first level of GB 2312 or of Big5, which hold what is written every day."""
    for codec, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            if first <= character.encode(codec)[0] <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False


def _damaged(name: str, at: int) -> Unreadable:
    return Unreadable(
        f"文件是 {name.upper()} 文本，但第 {at + 1} 个字节起已损坏。", f"The file is {name.upper()} text but damaged from byte {at + 1} on."
    )
