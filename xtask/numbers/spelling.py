"""Numbers with digits changed, and as people write them."""

import unicodedata

# Every decimal digit, by script.
SCRIPTS = [
    "".join(chr(start + value) for value in range(10))
    for start in range(0x110000)
    if chr(start).isdecimal() and unicodedata.digit(chr(start)) == 0
]
FULL_WIDTH = "０１２３４５６７８９"
# Digits that are not decimal, letters that become ASCII when their case changes, and characters
# next to those that mean something.
ODD = "²³¹①⑴⒈⓪❶🄀🄁፩𐩀½Ⅷ〇一ſ\u212aİıÅʼßﬀǅ_\u0301\u0300\u0308\u200b\u200c\u2060\u00ad\ufeff\u0660\u06f9"
PUNCTUATION = (
    "-x\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff0d\uff0e\uff0f \u00a0\u00ad\u200b\u2060"
    "\u3000()\uff08\uff09\uff3b\uff3d.[]/~\u2053\u223c\uff5e*"
)
NEARLY = "\u2009\u2016\u2007\u202f\uff0c\uff1a\uff1b\uff0b\uff0a\uff03\\|{}<>'\"!?&%$@^`=:;,#+\r\v\f\x00\x7f\x85\u2028"
LABELS = [
    "ext", "ext.", "EXT", "xt", "xtn", "extn", "Extn.", "extension", "extensio", "extensión",
    "extensio\u0301n", "EXTENSIÓN", "extenſion", "extensıon", "EXTENSİON", "ｅｘｔ", "ｘｔｎ", "ＥＸＴＮ",
    "доб", "ДОБ", "д\u1c82б", "\u1c81об", "anexo", "Anexo", "ANEXO", "x", "X", "ｘ", "Ｘ", "#", "＃",
    "~", "～", "int", "INT", "ınt", "İnt", "ｉｎｔ", "ＩＮＴ", ";ext=", ";EXT=", ",,", ";", ",", ",,,",
    "- ", " - ", "--", "exten", "ens", "poste", "e", "ex", "ＥXT", "ｅxt", "okl", "/x", "/ x", "\\ x",
]
AROUND = ["", " ", "  ", "\u00a0", ",", ", ", " ,", ":", ": ", ".", ". ", "．", "-", " -", "=", "\u3000", ":.", "  ,, "]
CONTEXTS = [
    "+1", "+44", "+1-514", "+(1)514", "+", "+-", "+a", "+１", "+９９", "example.com", "example.com.",
    "a", "1", "a1", "1a", "a-b.c", "-a", "a-", "a.-b", "a..b", ".a", "a.1", "1.a", "a_b", "é.com", "",
    "a.b-", "١.a", "a١", "+٤٤", "+39", "+999", "+0", "x.y.z", "+1;a=b", "\u212a", "ſ",
]
WORDS = [
    "(home)", "Tel:", "tel:", "Phone: ", "call ", " or 555", "☎ ", "office", "FLOWERS", "-TAXI", "CAB",
    "abc", "ab", "ıſ\u212a", "xyz", "xxx", "电话", " 事務所", "телефон ", " ext", " #", "##", "_", " _1", "½",
    "²", "\u0301", " \u094d", "ー", "！", "…", " / 514 555 0199", "/x12", "; 12", "\r", " - ", "tel:+",
    ";isub=12", ";isub=", ";phone-context=+1", ";phone-context=a.b", ";postd=4", "+", "＋", "00", "*",
]


def digits_in(rng, text, script=None):
    script = script or rng.choice(SCRIPTS)
    return "".join(script[int(c)] if c in "0123456789" else c for c in text)


def changed(rng, national):
    """The same digits with some lost, added or replaced."""
    digits = list(national)
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3))):
        at = rng.randrange(len(digits) + 1)
        kind = rng.randrange(5)
        if kind == 0 and len(digits) > 2:
            del digits[min(at, len(digits) - 1)]
        elif kind == 1:
            digits.insert(at, rng.choice("0123456789"))
        elif kind == 2 and digits:
            digits[min(at, len(digits) - 1)] = rng.choice("0123456789")
        elif kind == 3 and len(digits) > 3:
            digits = digits[:at] if at > 2 else digits[at:]
        elif kind == 4:
            digits.append(rng.choice("0123456789") * rng.randrange(1, 4))
    return "".join(digits)


def spelled(rng, text):
    """The same number as somebody else would write it."""
    kind = rng.randrange(16)
    if kind == 0:
        return text.replace(" ", ".").replace("-", ".")
    if kind == 1:
        return text.replace(" ", "/").replace("-", "/")
    if kind == 2:
        return digits_in(rng, text)
    if kind == 3:
        return digits_in(rng, text.replace("+", "＋"), FULL_WIDTH)
    if kind == 4:
        return text.replace(" ", "\u00a0").replace("-", rng.choice(PUNCTUATION))
    if kind == 5:
        return text + rng.choice(WORDS)
    if kind == 6:
        return rng.choice(WORDS) + text
    if kind == 7:
        at = rng.randrange(len(text) + 1)
        return text[:at] + rng.choice(WORDS + list(ODD) + list(NEARLY)) + text[at:]
    if kind == 8:
        return "".join(c for c in text if c.isdigit() or c == "+")
    if kind == 9:
        return "".join(c + (rng.choice(PUNCTUATION) if rng.random() < 0.3 else "") for c in text)
    if kind == 10:
        return "tel:" + text.replace(" ", "-") + rng.choice(("", ";ext=9", ";isub=1", ";ext=12#", ";a=b"))
    if kind == 11:
        cut = text.replace(" ", "-")
        return rng.choice(("tel:", "", "TEL:")) + cut + ";phone-context=" + rng.choice(CONTEXTS) + rng.choice(("", ";isub=3", ";ext=4"))
    if kind == 12:
        keys = {"2": "ABC", "3": "DEF", "4": "GHI", "5": "JKL", "6": "MNO", "7": "PQRS", "8": "TUV", "9": "WXYZ"}
        tail = rng.randrange(1, 8)
        return text[:-tail] + "".join(rng.choice(keys.get(c, c)) for c in text[-tail:])
    return text + extension(rng)


def extension(rng):
    length = rng.choice((1, 2, 3, 3, 4, 5, 6, 7, 9, 10, 15, 16, 20, 21))
    digits = "".join(rng.choice("0123456789") for _ in range(length))
    if rng.random() < 0.15:
        digits = digits_in(rng, digits)
    label = rng.choice(LABELS)
    return rng.choice(AROUND) + label + rng.choice(AROUND) + digits + rng.choice(("", "", "", "#", " ", "##", "."))
