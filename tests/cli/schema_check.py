# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks samples against JSON Schemas: an independent opinion on what the program writes.

Standard input: {"schemas": {name: schema}, "samples": [{"name", "schema", "value", "valid"}]}, the last line of output is
"ok" or the first sample that was judged otherwise.
"""
import json
import sys

import jsonschema


def main():
    work = json.load(sys.stdin)
    validators = {}
    for name, schema in work["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[name] = jsonschema.Draft202012Validator(schema)
    for sample in work["samples"]:
        errors = [error.message for error in validators[sample["schema"]].iter_errors(sample["value"])]
        if (not errors) != sample["valid"]:
            print(sample["name"], "is refused: " + "; ".join(errors)[:400] if errors else "is accepted")
            return 1
    print("ok")
    return 0


sys.exit(main())
