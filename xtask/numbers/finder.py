"""Writes the texts that the search for a number is tested with, and what libphonenumber finds.

Usage: finder.py FOLDER [SEED [SCALE]]

matcher.tsv.gz  numbers of every region in sentences, rows, links and beside other digits

The columns are the region of the page, the name of the template, why a reader finds a number where
libphonenumber finds none, the text, and the numbers that `PhoneNumberMatcher` finds with its
leniency VALID. In the text, `\\n`, `\\t` and `\\\\` stand for a line break, a tab and a backslash.

The same seed gives the same bytes. SCALE multiplies the number of rows, for runs whose files are
not kept.
"""

import os
import random
import re
import sys

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, PhoneNumberType
from phonenumbers.phonemetadata import PhoneMetadata
from phonenumbers.re_util import enable_pattern_cache

from oracle import FULL_WIDTH, REGIONS, SEED, changed, digits_in, write

USUAL = (
    PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE,
)

# The regions of most pages.
COMMON = "CA CA US US MX FR DE CH AT GB ES BR BE IT AU JP CN IN NL SE PL RU".split()

# A name, why a reader finds a number where libphonenumber finds none, and the texts. In a text,
# {n} is a number as within its country, {i} with its calling code, {e} in E.164, {d} its digits
# with the calling code, and {r} a link. {p} is a number that is possible and not valid.
DATE = "a date is in the same run of digits"
TIME = "a time is in the same run of digits"
RUN = "other digits are in the same run"
ESCAPED = "the plus is percent-encoded"
CHAT = "the digits of a chat link are international"
POSSIBLE = "possible and not valid"
NARROW = "a narrow no-break space separates no digits for libphonenumber"
TEMPLATES = [
    ("alone", "", ("{n}", "{i}", "{e}", "({n})", "<{e}>", "{n}.", " {i} ")),
    ("label", "", ("Tel: {n}", "Phone {i}", "T {n}", "Tél. : {n}", "Telefon {n}", "тел. {n}", "电话：{n}", "TEL:{i}")),
    ("sentence", "", ("Call {n} now", "Please ring {i} after noon.", "Mi número es {n}, gracias", "Ruf {i} an!", "Is {n} yours?")),
    ("name", "", ("Bob {n}", "{n} (Bob)", "{n} - Bob", "Bob, {i}, Paris", "Bob / {n}")),
    ("full width", "", ("{f}", "電話 {f}")),
    ("Arabic digits", "", ("{a}", "هاتف {a}")),
    ("extension", "", ("{n} ext. {x}", "{n} x{x}", "{i} extension {x}", "{i};ext={x}", "{n} #{x}", "{i} ext {x} (Bob)", "{n} int. {x}", "{i},,{x}#", "{n} anexo {x}", "{n} доб. {x}", "{n}~{x}")),
    ("poste", "", ("{n} poste {x}", "{i}, poste {x}")),
    ("p.", "", ("{n} p. {x}", "{n}, p. {x}")),
    ("local", "", ("{n} local {x}", "{n} loc. {x}")),
    ("bur.", "", ("{n} bur. {x}",)),
    ("interne", "", ("{n} interne {x}", "{n} interno {x}")),
    ("ramal", "", ("{n} ramal {x}", "{i} (ramal {x})")),
    ("Durchwahl", "", ("{n} Durchwahl {x}", "{i}, DW {x}")),
    ("分机", "", ("{n} 分机 {x}", "{i}转{x}")),
    ("two lines", "", ("Bob\n{n}\nParis", "{i}\nBob", "Bob\n\nTel {n}\n")),
    ("cells", "", ("Bob\t{n}\tParis", "{i}\tBob\t{price}", "{small}\t{n}\t{date}", "{vin}\t{n}")),
    ("cells of commas", "", ("Bob,{n},Paris", "{small},{e},Paris", "Bob;{n};Paris", "{small};{n};Paris")),
    ("cell after a comma", "", ("Bob,{e},{small},Paris", "{small},{e},{small},{price}")),
    ("cell after a semicolon", "", ("Bob;{n};{small};Paris", "{small};{e};{small};{price}")),
    ("date in words", "", ("Call {n} on 5 March", "le 5 mars : {n}", "{n} since May {year}")),
    ("price before it", "", ("{price}, {n}", "{price} - {i}", "{price}\n{n}")),
    ("price after it", "", ("{n}, {price}", "{i} ({price})")),
    ("date before it", DATE, ("{date} {i}", "{date} {n}", "{date}, {n}", "{date}: {i}")),
    ("date after it", DATE, ("{n} {date}", "{i}, {date}", "{i} ({date})")),
    ("date with slashes before it", DATE, ("{slashes} {i}", "{slashes} {n}", "{slashes}, {i}")),
    ("date with slashes after it", DATE, ("{n} {slashes}", "{i}, {slashes}")),
    ("time before it", TIME, ("{time} {i}", "{time} {n}", "[{date}, {time}] Bob: {n}")),
    ("time after it", TIME, ("{n} {time}", "{i}, {time}")),
    ("reference before it", RUN, ("{small} {i}", "Lead {small} {i}", "#{small} {n}", "Ref. {small}: {n}")),
    ("reference after it", RUN, ("{i}, {small}", "{i} | {small}", "{n} | {small}")),
    ("postcode", RUN, ("{zip} Berlin {n}", "{n}, {zip} Berlin", "{zip}\n{i}")),
    ("address of a computer", RUN, ("{ip} {i}", "{ip} - {e}", "{e} from {ip}")),
    ("coordinates", RUN, ("45.5017, -73.5673\n{i}", "{i} (45.5017, -73.5673)")),
    ("list", "", ("1. {n}", "2) {i}", "- {n}", "a) {i}")),
    ("link", "", ("{r}", "tel:{e}", "<a href=\"{r}\">", "sms:{e}", "callto:{e}")),
    ("link with its text", "", ("<a href=\"tel:{e}\">{i}</a>",)),
    ("link with escapes", ESCAPED, ("tel:%2B{d}", "whatsapp://send?phone=%2B{d}")),
    ("chat link", CHAT, ("https://wa.me/{d}", "wa.me/{d}", "https://api.whatsapp.com/send?phone={d}", "whatsapp://send?phone={d}")),
    ("link with an extension", "", ("{r};ext={x}", "tel:{e};ext={x}")),
    ("conference", "", ("{e},,{code}#",)),
    ("card", "", ("TEL;TYPE=CELL:{i}", "TEL;WORK;VOICE:{n}", "TEL;VALUE=uri:{r}")),
    ("JSON", "", ('{"phone": "{i}", "id": {small}}', '{"phone":"{e}"}', '"tel": "{n}",')),
    ("HTML", "", ("<td>{n}</td>", "<p>{i}<br>Bob</p>", "<b>{e}</b>")),
    ("possible", POSSIBLE, ("{p}", "Tel: {p}", "{p} (Bob)", "Bob {p}")),
    ("brackets", "", ("[{i}]", "“{n}”", "*{i}*", "«{e}»")),
    ("hard spaces", NARROW, ("{h}", "Tel. {h}")),
    ("dots", "", ("{dots}", "T. {dots}")),
    ("dashes", "", ("{dashes}", "Cell: {dashes}")),
    ("several", "", ("{i}, {i}", "{n}\n{n}", "{i} / {i}", "{n} or {n}", "{e};{e}")),
    ("no number: date", "", ("{date}", "{slashes} {time}", "{date} {time}", "on {slashes}")),
    ("no number: price", "", ("{price}", "{price} - {price}")),
    ("no number: others", "", ("{ip}", "VIN {vin}", "45.5017, -73.5673", "{zip} Berlin", "card 4111 1111 1111 1111")),
    ("no number: reference", "", ("Order {order}", "Invoice no. {order}", "ID {order}")),
]


def valid(rng, region):
    """A number of a region with digits changed, which is read as itself there."""
    while True:
        example = phonenumbers.example_number_for_type(region, rng.choice(USUAL))
        if example is None:
            continue
        national = changed(rng, phonenumbers.national_significant_number(example))
        number = read(example.country_code, national)
        if number and phonenumbers.is_valid_number_for_region(number, region):
            text = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
            if phonenumbers.parse(text, region) == number:
                return number


def possible(rng, region):
    """A number with a length of the region that no range of it has."""
    for _ in range(200):
        example = valid(rng, region)
        national = phonenumbers.national_significant_number(example)
        number = read(example.country_code, "".join(rng.choice("23456789") for _ in national))
        if number and not phonenumbers.is_valid_number(number):
            return number
    return None


def read(code, national):
    try:
        number = phonenumbers.parse(f"+{code}{national}", None)
    except phonenumbers.NumberParseException:
        return None
    same = phonenumbers.national_significant_number(number) == national
    return number if same and phonenumbers.is_possible_number(number) else None


def filled(rng, region, text):
    """The text with its fields filled in; `None` if the region has no such number."""
    def field(match):
        name = match.group(1)
        if name in FIELDS:
            return FIELDS[name](rng)
        elsewhere = name in "iedr" and rng.random() < 0.3
        number = (possible if name == "p" else valid)(rng, rng.choice(COMMON) if elsewhere else region)
        return "\0" if number is None else written(rng, number, name)

    text = re.sub(r"\{(\w+)\}", field, text)
    return None if "\0" in text else text


def written(rng, number, name):
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    international = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    either = rng.choice((national, international))
    return {
        "n": national,
        "i": international,
        "p": international,
        "e": e164,
        "d": e164[1:],
        "r": phonenumbers.format_number(number, PhoneNumberFormat.RFC3966),
        "f": digits_in(rng, either.replace("+", "＋").replace("-", "－"), FULL_WIDTH),
        "a": digits_in(rng, either, "٠١٢٣٤٥٦٧٨٩"),
        "h": either.replace(" ", rng.choice("\u00a0\u202f")),
        "dots": either.replace(" ", ".").replace("-", "."),
        "dashes": either.replace(" ", "-"),
    }[name]


def number_of(first, last):
    return lambda rng: str(rng.randint(first, last))


def some(count):
    return lambda rng: "".join(rng.choice("0123456789") for _ in range(count))


FIELDS = {
    "x": number_of(10, 9_999),
    "code": number_of(100_000_000, 999_999_999),
    "small": number_of(100, 9_999),
    "order": lambda rng: rng.choice((f"2026-{some(5)(rng)}", str(rng.randint(100_000, 999_999)))),
    "zip": number_of(10_000, 99_999),
    "date": lambda rng: f"{rng.randint(2019, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
    "slashes": lambda rng: f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{rng.randint(2019, 2026)}",
    "year": number_of(1998, 2026),
    "time": lambda rng: f"{rng.randint(7, 21):02}:{rng.randint(0, 59):02}",
    "price": lambda rng: rng.choice(("${0},{1}", "€{0},{1}", "{0}.{1} €", "£{0},{1}")).format(
        rng.randint(1, 89), some(3)(rng)
    ),
    "vin": lambda rng: f"2HGFC2F5{some(1)(rng)}MH{some(6)(rng)}",
    "ip": lambda rng: ".".join(str(rng.randint(1, 254)) for _ in range(4)),
}


def found(region, text):
    """The numbers that libphonenumber finds."""
    for match in PhoneNumberMatcher(text, region, leniency=Leniency.VALID):
        number = match.number
        extension = number.extension
        number = phonenumbers.format_number(
            phonenumbers.PhoneNumber(
                country_code=number.country_code, national_number=number.national_number,
                italian_leading_zero=number.italian_leading_zero,
                number_of_leading_zeros=number.number_of_leading_zeros,
            ),
            PhoneNumberFormat.E164,
        )
        yield f"{number};ext={extension}" if extension else number


def rows(rng, scale):
    for _ in range(13 * scale):
        for name, why, texts in TEMPLATES:
            for text in texts:
                # In the plans with the shortest numbers, other digits are numbers too.
                alone = not any("{%s}" % field in text for field in FIELDS if field != "x")
                region = rng.choice(REGIONS if alone and rng.random() < 0.5 else COMMON)
                text = filled(rng, region, text)
                if text is not None:
                    escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
                    yield region, name, why, escaped, " ".join(found(region, text))


def main():
    folder = sys.argv[1]
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    scale = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    PhoneMetadata.load_all()
    enable_pattern_cache()
    columns = "region template why text numbers".split()
    write(
        os.path.join(folder, "matcher.tsv.gz"), columns,
        rows(random.Random(f"matcher {seed}"), scale),
    )


if __name__ == "__main__":
    main()
