"""Runs the listings of servers in Python: who is signed in gets a token as text that no cache keeps, and
everybody else gets 401. Prints the faults.

python3 servers.py < listings.json
"""

import json
import sys
from types import SimpleNamespace


class Refused(Exception):
    """What Flask's `abort` raises."""


class HttpResponse:
    """The part of Django's response that a listing uses."""

    def __init__(self, content="", status=200, content_type="text/html", headers=None):
        headers = {"Content-Type": content_type, **(headers or {})}
        self.answer = (content, status, headers)


def crm_token_for(user):
    return f"a token of {user}"


def abort(status):
    raise Refused(status)


def answer(code, user):
    """The body, the status and the headers that a listing answers with."""
    routes = {}

    def get(path):
        return lambda view: routes.setdefault(path, view)

    names = {
        "app": SimpleNamespace(get=get),
        "session": {"user": user} if user else {},
        "abort": abort,
        "crm_token_for": crm_token_for,
        "HttpResponse": HttpResponse,
    }
    exec(code, names)
    if routes:
        try:
            return routes["/crm-token"]()
        except Refused as refused:
            return ("", refused.args[0], {})
    person = type("User", (), {"is_authenticated": bool(user), "__str__": lambda self: user})()
    return names["crm_token"](SimpleNamespace(user=person)).answer


for listing in json.load(sys.stdin):
    body, status, headers = answer(listing["text"], "an employee")
    told = (body, status, headers.get("Content-Type"), headers.get("Cache-Control"))
    refused = answer(listing["text"], None)[:2]
    if (told, refused) != (("a token of an employee", 200, "text/plain", "no-store"), ("", 401)):
        print(f"{listing['place']}: {told} {refused}")
