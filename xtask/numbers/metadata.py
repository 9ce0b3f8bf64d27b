"""Writes Google's phone number metadata as plain text, for the table compiler.

Usage: metadata.py OUTPUT

One fact a line: a word, then its fields, all separated by tabs. Calling codes
are in lexicographic order, so that those of one world zone (the first digit)
are neighbours; the regions of a code come main region first, as libphonenumber
has them. Only what the engine answers from is written: no carrier codes, no
formats of regions that are not their code's main one, and of short numbers
neither their kinds nor their costs.
"""

import sys
import unicodedata

import phonenumbers
from phonenumbers import phonenumberutil as util
from phonenumbers.phonemetadata import PhoneMetadata

# The character tables are those of this version of Unicode, whatever Python
# runs the script: another one would answer differently about rare characters.
UNICODE = "14.0.0"

TYPES = (
    "premium_rate toll_free shared_cost voip personal_number pager uan voicemail fixed_line mobile"
).split()


def pattern_of(description):
    return description.national_number_pattern if description is not None else None


def lengths(values):
    return ",".join(str(value) for value in values)


def describe(code, region, main, write):
    metadata = PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    assert metadata.country_code == code
    write("region", region)
    general = metadata.general_desc
    write("general", general.national_number_pattern)
    write("lengths", lengths(general.possible_length), lengths(general.possible_length_local_only))
    for name in TYPES:
        pattern = pattern_of(getattr(metadata, name))
        if pattern:
            write("type", name, pattern)
    for name in ("fixed_line", "mobile"):
        description = getattr(metadata, name)
        if description is not None and description.example_number:
            write("example", name, description.example_number)
    for word, value in (
        ("leading", metadata.leading_digits),
        ("exit", metadata.international_prefix),
        ("prefix", metadata.national_prefix_for_parsing),
        ("transform", metadata.national_prefix_transform_rule),
    ):
        if value:
            write(word, value)
    short = PhoneMetadata.short_metadata_for_region(region)
    if short is not None:
        # A short number has a length of both descriptions; the second one often has none of its own.
        possible = short.general_desc.possible_length
        own = short.short_code.possible_length or possible
        write(
            "short",
            short.short_code.national_number_pattern,
            lengths(value for value in possible if value in own),
        )
    if not main:
        return
    if metadata.preferred_extn_prefix is not None:
        write("extension", metadata.preferred_extn_prefix)
    if metadata.intl_number_format:
        write("international")
    rest = list(metadata.intl_number_format)
    for item in metadata.number_format:
        international = "-"
        if not metadata.intl_number_format:
            international = "="
        elif (
            rest
            and rest[0].pattern == item.pattern
            and rest[0].leading_digits_pattern == item.leading_digits_pattern
        ):
            found = rest.pop(0)
            # An international format never adds a national prefix.
            assert not found.national_prefix_formatting_rule
            international = "=" if found.format == item.format else found.format
        write(
            "format",
            item.pattern,
            item.format,
            international,
            item.national_prefix_formatting_rule or "",
            "optional" if item.national_prefix_optional_when_formatting else "",
            "carrier" if item.domestic_carrier_code_formatting_rule is not None else "",
            *item.leading_digits_pattern,
        )
    assert not rest, (code, rest)


def characters(write):
    """The classes of characters that reading a number asks about."""

    def is_word(character):
        return character.isalnum()

    start = None
    for code in range(0x110001):
        inside = code < 0x110000 and not 0xD800 <= code < 0xE000 and is_word(chr(code))
        if inside and start is None:
            start = code
        elif not inside and start is not None:
            write("word", start, code - start)
            start = None
    run = None
    for code in range(0x110001):
        value = unicodedata.digit(chr(code), -1) if code < 0x110000 else -1
        decimal = value >= 0 and chr(code).isdecimal()
        if value >= 0:
            assert chr(code).isdigit()
        if run and value >= 0 and run[3] == decimal and value == run[1] + run[2]:
            run[2] += 1
            continue
        if run:
            write("digits", run[0], run[1], run[2], "decimal" if run[3] else "digit")
        run = [code, value, 1, decimal] if value >= 0 else None


def main():
    if unicodedata.unidata_version != UNICODE:
        sys.exit(
            f"Unicode {UNICODE} is needed (CPython 3.11), this Python has "
            f"{unicodedata.unidata_version}"
        )
    PhoneMetadata.load_all()
    with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as output:

        def write(*fields):
            print(*fields, sep="\t", file=output)

        write("version", *phonenumbers.__version__.split("."))
        for code in sorted(util.COUNTRY_CODE_TO_REGION_CODE, key=str):
            write("code", code)
            for index, region in enumerate(util.COUNTRY_CODE_TO_REGION_CODE[code]):
                describe(code, region, index == 0, write)
        characters(write)


main()
