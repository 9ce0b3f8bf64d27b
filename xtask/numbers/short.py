"""Short numbers, the codes of emergency and other services, and libphonenumber's answer for each."""

# Not public, but the same in each release of CPython 3.11, which the command asks for.
from re import _parser as expressions

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from phonenumbers import phonenumberutil as util
from phonenumbers.phonemetadata import PhoneMetadata
from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

from spelling import changed, spelled

REGIONS = sorted(util.SUPPORTED_REGIONS)
KINDS = (
    "toll_free premium_rate emergency short_code standard_rate carrier_specific sms_services"
).split()


def matching(rng, items):
    """Digits that a parsed regular expression matches."""
    digits = ""
    for kind, value in items:
        if kind == expressions.LITERAL:
            digits += chr(value)
        elif kind == expressions.IN:
            digits += rng.choice([digit for digit in "0123456789" if is_in(digit, value)])
        elif kind == expressions.MAX_REPEAT:
            least, most, inner = value
            for _ in range(rng.randint(least, most)):
                digits += matching(rng, inner)
        elif kind == expressions.SUBPATTERN:
            digits += matching(rng, value[-1])
        elif kind == expressions.BRANCH:
            digits += matching(rng, rng.choice(value[1]))
        else:
            raise ValueError(f"a short number has {kind}")
    return digits


def is_in(digit, members):
    """Whether a class of a regular expression has a digit."""
    return any(
        kind == expressions.CATEGORY
        or kind == expressions.LITERAL and value == ord(digit)
        or kind == expressions.RANGE and value[0] <= ord(digit) <= value[1]
        for kind, value in members
    )


def texts(rng, scale):
    """Short numbers of every region, numbers that are nearly so, and the region's examples."""
    for region in REGIONS:
        code = str(util.country_code_for_region(region))
        metadata = PhoneMetadata.short_metadata_for_region(region)
        found = []
        if metadata is not None:
            kinds = [getattr(metadata, name) for name in KINDS]
            found += [kind.example_number for kind in kinds if kind and kind.example_number]
            pattern = expressions.parse(metadata.short_code.national_number_pattern)
            found += [matching(rng, pattern) for _ in range(20 * scale)]
        for digits in found:
            yield region, digits
            yield region, changed(rng, digits)
        for _ in range(4 * scale):
            yield region, "".join(rng.choice("0123456789") for _ in range(rng.randrange(2, 8)))
        for digits in found[:4]:
            yield region, spelled(rng, digits)
            yield region, "+" + code + digits
            yield rng.choice(REGIONS), "+" + code + digits
        for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE):
            number = phonenumbers.example_number_for_type(region, kind)
            if number is not None:
                yield region, phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)


def answer(region, text):
    """1 for a short number, 0 for another number, and nothing if it is none."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    return "1" if is_valid_short_number_for_region(number, region) else "0"
