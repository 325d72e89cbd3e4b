#!/usr/bin/env python3
"""Checks the hash chain of doithoai session files. Written from file-format.md alone; needs only Python 3.8.

    python3 verify.py FILE...

Prints one line a file: `whole` or `damaged`, and the fingerprint of the events that can be trusted.
Exit code 0 when every file is whole, else 1. It reads and never writes. `doithoai verify` checks more: that
every kind of event and every field is known, and that each event was possible where it stands.
"""

import hashlib
import json
import re
import sys

LONGEST_LINE = 256 * 1024
DEEPEST = 32
BLANKS = b" \t\r\n"
HEX = re.compile(r"[0-9a-f]{64}\Z")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)\Z")
HASH_AT_END = re.compile(rb',"hash":"([0-9a-f]{64})"\}\Z')


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def unique(pairs):
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a key is given twice")
    return fields


def finite(text):
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number out of range")
    return number


def refuse(text):
    raise ValueError(text + " is not JSON")


def depth(value):
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


def strict_object(data):
    """The fields of one JSON object; raises ValueError for anything else."""
    value = json.loads(
        data.decode("utf-8"), object_pairs_hook=unique, parse_float=finite, parse_constant=refuse
    )
    # Half of a surrogate pair is no character.
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    if not isinstance(value, dict) or depth(value) > DEEPEST:
        raise ValueError("not an object, or too deep")
    return value


def check_header(line):
    """Raises ValueError unless `line`, without the brackets that end the document, is a header."""
    fields = strict_object(line + b"]}")
    if len(line) > 4096 or set(fields) != {"format", "id", "created", "events"}:
        raise ValueError("not a header")
    if fields["format"] != "doithoai/1" or fields["events"] != []:
        raise ValueError("another format")
    if not re.match(r"[0-9a-f]{32}\Z", fields["id"]) or not TIME.match(fields["created"]):
        raise ValueError("not a header")


def check_event(line, previous, seq):
    """The hash of an event's line and its group; raises ValueError unless it follows `previous`."""
    if len(line) > LONGEST_LINE:
        raise ValueError("too long")
    fields = strict_object(line)
    end = HASH_AT_END.search(line)
    if not end or type(fields.get("seq")) is not int or fields["seq"] != seq:
        raise ValueError("no hash at its end, or another number")
    if "event" in fields:
        name, digest = fields["event"], sha256(line[: end.start()])
    else:
        name, digest = fields["withheld"], fields["digest"]
        if set(fields) != {"seq", "withheld", "digest", "hash"} or not HEX.match(digest):
            raise ValueError("not a withheld line")
    found = sha256((previous + name + digest).encode("utf-8"))
    if found.encode("ascii") != end.group(1) or fields["hash"] != found:
        raise ValueError("the hash does not fit")
    return found, fields.get("batch")


def verify(data):
    """Whether the bytes are a whole record, and the fingerprint of what can be trusted in them."""
    lines = data.split(b"\n")
    header = lines[0].strip(BLANKS)
    # A second copy closes its first line and has no commas.
    is_second_copy = header.endswith(b"]}")
    if is_second_copy:
        header = header[:-2]
    try:
        check_header(header)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False, "0:" + "0" * 64
    heads, group, whole = [sha256(header)], None, is_second_copy
    for place, line in enumerate(lines[1:], start=1):
        line = line.strip(BLANKS)
        if not line:
            continue
        if line == b"]}" and not is_second_copy:
            whole = not b"\n".join(lines[place + 1 :]).strip(BLANKS)
            break
        try:
            if len(heads) > 1 and not is_second_copy:
                if not line.startswith(b","):
                    raise ValueError("no comma")
                line = line[1:].strip(BLANKS)
            head, group = check_event(line, heads[-1], len(heads))
        except (ValueError, KeyError, TypeError, RecursionError):
            whole = False
            break
        heads.append(head)
    # Events that one command records together count only when all of them are there.
    if group and group["first"] + group["count"] > len(heads):
        heads, whole = heads[: group["first"]], False
    return whole, "%d:%s" % (len(heads) - 1, heads[-1])


def main():
    good = True
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            whole, fingerprint = verify(file.read())
        good = good and whole
        print("%s %s %s" % ("whole" if whole else "damaged", fingerprint, path))
    return 0 if good and len(sys.argv) > 1 else 1


if __name__ == "__main__":
    sys.exit(main())
