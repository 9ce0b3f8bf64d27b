"""Writes the files that the engine is tested with: inputs, and what libphonenumber answers.

Usage: oracle.py FOLDER [SEED [SCALE]]

corpus.tsv.gz  every region's examples of each type, with digits changed, in many spellings
fuzz.tsv.gz    random strings of what numbers, extensions and RFC 3966 are made of, and of Unicode
short.tsv.gz   every region's short numbers, with digits changed, and its examples
typing.tsv.gz  numbers that grow a character a row

The same seed gives the same bytes. SCALE multiplies the number of rows, for runs whose files are
not kept.
"""

import gzip
import os
import random
import sys
import unicodedata

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType, ValidationResult
from phonenumbers import phonenumberutil as util
from phonenumbers.phonemetadata import PhoneMetadata
from phonenumbers.re_util import enable_pattern_cache

import short
from spelling import (
    AROUND, CONTEXTS, LABELS, NEARLY, ODD, PUNCTUATION, WORDS, changed, digits_in, extension, spelled
)

SEED = 20_261_124
TYPES = [value for value in PhoneNumberType.values() if value != PhoneNumberType.UNKNOWN]
REGIONS = sorted(util.SUPPORTED_REGIONS)


def exit_code(rng, region):
    """An exit code of a region, or what is nearly one."""
    pattern = PhoneMetadata.metadata_for_region(region).international_prefix or "00"
    if pattern.isdigit() and rng.random() < 0.8:
        return pattern
    for _ in range(50):
        code = "".join(rng.choice("0123456789") for _ in range(rng.randrange(2, 9)))
        match = util.re_compile(pattern).match(code)
        if match:
            return code[: match.end()]
    return rng.choice(("00", "011", "0011", "810", "001", "119", "+00", "+011", "0"))


def national_prefix(rng, region):
    """Something that may be a national prefix of a region."""
    metadata = PhoneMetadata.metadata_for_region(region)
    choices = ["", "0", "1", "8", "00", "15", "90", "06"]
    if metadata.national_prefix:
        choices += [metadata.national_prefix] * 6
        choices.append(metadata.national_prefix * 2)
    pattern = metadata.national_prefix_for_parsing
    if pattern and not pattern.isdigit():
        for _ in range(30):
            code = "".join(rng.choice("0123456789") for _ in range(rng.randrange(1, 12)))
            match = util.re_compile(pattern).match(code)
            if match and match.end():
                choices += [code[: match.end()]] * 3
    return rng.choice(choices)


def numbers_of(region):
    """The examples of each type."""
    for kind in TYPES:
        number = phonenumbers.example_number_for_type(region, kind)
        if number is not None:
            yield number


def corpus(rng, scale):
    world = [number for region in REGIONS for number in numbers_of(region)]
    for code in sorted(util.COUNTRY_CODES_FOR_NON_GEO_REGIONS):
        world.append(phonenumbers.example_number_for_non_geo_entity(code))
    for region in REGIONS:
        for number in numbers_of(region):
            national = phonenumbers.national_significant_number(number)
            for round_of in range(6 * scale):
                digits = national if round_of == 0 else changed(rng, national)
                number = phonenumbers.PhoneNumber(country_code=number.country_code)
                util._set_italian_leading_zeros_for_phone_number(digits, number)
                number.national_number = int(digits or "0")
                code = str(number.country_code)
                yield region, "+" + code + digits
                for style in (PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL):
                    text = phonenumbers.format_number(number, style)
                    yield region, text
                    yield region, spelled(rng, text)
                yield region, national_prefix(rng, region) + digits
                yield region, code + digits
                if rng.random() < 0.4:
                    yield region, exit_code(rng, region) + rng.choice(("", " ", "-")) + code + digits
        for _ in range(25 * scale):
            other = rng.choice(world)
            digits = changed(rng, phonenumbers.national_significant_number(other))
            prefix = rng.choice(("+", "+", "++", "＋", "00", "011", "", exit_code(rng, region)))
            text = prefix + str(other.country_code) + rng.choice(("", " ", "(0)", "0")) + digits
            yield region, text if rng.random() < 0.5 else spelled(rng, text)
        for _ in range(15 * scale):
            length = rng.choice((1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 17, 18, 19, 30, 60))
            digits = "".join(rng.choice("0123456789") for _ in range(length))
            text = rng.choice(("", "", "+", national_prefix(rng, region), "0", "00", "000", exit_code(rng, region))) + digits
            yield region, text if rng.random() < 0.7 else spelled(rng, text)
    # Non-geographic codes, and regions that are none.
    for number in world:
        if number.country_code in util.COUNTRY_CODES_FOR_NON_GEO_REGIONS:
            for _ in range(40 * scale):
                digits = changed(rng, phonenumbers.national_significant_number(number))
                yield rng.choice(REGIONS), spelled(rng, f"+{number.country_code} {digits}")
    for _ in range(500 * scale):
        number = rng.choice(world)
        text = f"{rng.choice(('+', '', '00', '＋'))}{number.country_code}{phonenumbers.national_significant_number(number)}"
        yield rng.choice(("ZZ", "XX", "001", "QQ", "us", "")), spelled(rng, text)


def fuzz(rng, scale):
    common = "0123456789" * 3 + "+-() ./x" * 2
    alphabets = [
        common,
        common + PUNCTUATION + "＋,;#~:",
        common + "abcdefghijklmnopqrstuvwxyzABCXYZ;=#,",
        common + "extnsioEXTNSIOóÓ\u0301ıİſK#;,=: ",
        common + "ｅｘｔｎｉＥＸＴＮＩдобДОБ\u1c81\u1c82anexo:．,",
        "0123456789" + ODD + NEARLY + PUNCTUATION,
        "0123456789" * 8 + ",,;;##  --xx..::",
        "0123456789" * 6 + "٠١٢٣۴۵०९５７𝟎𝟗" + "+＋ -",
        "0123456789/\\ xX",
    ]
    pieces = LABELS + AROUND + WORDS + [";phone-context=" + context for context in CONTEXTS]

    def any_character():
        while True:
            kind = rng.randrange(4)
            limit = (0x250, 0x3000, 0x20000, 0x110000)[kind]
            code = rng.randrange(limit)
            # Characters that are not assigned may be in the next version of Unicode.
            if not 0xD800 <= code < 0xE000 and unicodedata.category(chr(code)) not in ("Cn",):
                return chr(code)

    for _ in range(30_000 * scale):
        kind = rng.randrange(20)
        if kind < 9:
            alphabet = alphabets[kind]
            text = "".join(rng.choice(alphabet) for _ in range(rng.randrange(1, 24)))
        elif kind == 9:
            text = "".join(any_character() for _ in range(rng.randrange(1, 16)))
        elif kind < 13:
            # A number, and something after it that may end it or be part of it.
            digits = "".join(rng.choice("0123456789") for _ in range(rng.randrange(2, 13)))
            text = digits + "".join(any_character() for _ in range(rng.randrange(1, 4)))
            if rng.random() < 0.3:
                text += rng.choice(("", " ", "#", "5"))
        elif kind < 16:
            text = "".join(
                rng.choice(pieces) if rng.random() < 0.4 else rng.choice(common)
                for _ in range(rng.randrange(2, 18))
            )
        elif kind < 19:
            digits = "".join(rng.choice("0123456789") for _ in range(rng.randrange(1, 11)))
            text = rng.choice(("", "+", "+1", "1", "0")) + digits + extension(rng)
            if rng.random() < 0.2:
                text += extension(rng)
        else:
            length = rng.choice((100, 240, 249, 250, 251, 260))
            alphabet = rng.choice(alphabets)
            text = "".join(rng.choice(alphabet) for _ in range(length))
            if rng.random() < 0.5:
                text = "".join(rng.choice("0123456789") for _ in range(rng.randrange(2, 14))) + " " * (length - 20) + text[:8]
        yield rng.choice(REGIONS), text


def sessions(rng, scale):
    """What is typed, for the region it is typed in."""
    world = [number for region in REGIONS for number in numbers_of(region)]
    for region in REGIONS:
        for _ in range(8 * scale):
            number = rng.choice(list(numbers_of(region)))
            if rng.random() < 0.25:
                number = rng.choice(world)
            code = str(number.country_code)
            national = phonenumbers.national_significant_number(number)
            if rng.random() < 0.6:
                national = changed(rng, national)
            kind = rng.randrange(14)
            if kind < 4:
                text = national_prefix(rng, region) + national
            elif kind < 6:
                text = national
            elif kind < 8:
                text = "+" + code + national
            elif kind == 8:
                text = "+" + code + national_prefix(rng, region) + national
            elif kind == 9:
                text = exit_code(rng, region) + code + national
            elif kind == 10:
                text = rng.choice(("", "+", "＋", "00", "011")) + "".join(
                    rng.choice("0123456789") for _ in range(rng.randrange(3, 20))
                )
            elif kind == 11:
                text = digits_in(rng, rng.choice(("+", "＋", "")) + code + national)
            elif kind == 12:
                text = phonenumbers.format_number(
                    number, rng.choice((PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL))
                )
            else:
                text = rng.choice(("", "+")) + code + national
                at = rng.randrange(len(text) + 1)
                text = text[:at] + rng.choice(ODD + NEARLY + PUNCTUATION) + text[at:]
            yield region, text
    for _ in range(60 * scale):
        region = rng.choice(("ZZ", "", "001"))
        digits = "".join(rng.choice("0123456789") for _ in range(rng.randrange(3, 15)))
        yield region, rng.choice(("", "+", "00")) + digits


def answer(region, text):
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        return ("0", "0", f"E{error.error_type}", "", "", "", "", "", "")
    return (
        "1",
        "1" if phonenumbers.is_valid_number(number) else "0",
        ValidationResult.to_string(phonenumbers.is_possible_number_with_reason(number)),
        phonenumbers.format_number(number, PhoneNumberFormat.E164),
        phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL),
        phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
        PhoneNumberType.to_string(phonenumbers.number_type(number)),
        number.extension or "",
        phonenumbers.region_code_for_number(number) or "",
    )


def typed(region, text):
    formatter = phonenumbers.AsYouTypeFormatter(region)
    for end in range(1, len(text) + 1):
        try:
            shown = formatter.input_digit(text[end - 1])
        except (IndexError, AttributeError):
            # The formatter fails on a few texts; there is nothing to agree with then.
            return
        yield region, text[:end], shown


def plain(text):
    return text.replace("\t", " ").replace("\n", " ")


def write(path, header, rows):
    with open(path, "wb") as file:
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0, compresslevel=9) as out:
            out.write(("\t".join(header) + "\n").encode())
            for row in rows:
                out.write(("\t".join(row) + "\n").encode())


def main():
    folder = sys.argv[1]
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    scale = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    PhoneMetadata.load_all()
    enable_pattern_cache()
    columns = (
        "region input parsed valid reason e164 national international type extension number_region"
    ).split()
    for name, make in (("corpus", corpus), ("fuzz", fuzz)):
        inputs = dict.fromkeys(
            (region, plain(text)) for region, text in make(random.Random(f"{name} {seed}"), scale)
        )
        rows = ((region, text, *answer(region, text)) for region, text in inputs)
        write(os.path.join(folder, f"{name}.tsv.gz"), columns, rows)
    inputs = dict.fromkeys(
        (region, plain(text)) for region, text in short.texts(random.Random(f"short {seed}"), scale)
    )
    rows = ((region, text, short.answer(region, text)) for region, text in inputs)
    write(os.path.join(folder, "short.tsv.gz"), ("region", "input", "short"), rows)
    inputs = dict.fromkeys(
        (region, plain(text)) for region, text in sessions(random.Random(f"typing {seed}"), scale)
    )
    rows = dict.fromkeys(row for region, text in inputs for row in typed(region, text))
    write(os.path.join(folder, "typing.tsv.gz"), ("region", "typed", "shown"), rows)


if __name__ == "__main__":
    main()
