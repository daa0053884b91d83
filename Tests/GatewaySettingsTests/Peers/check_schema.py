"""Checks documents against a JSON Schema with an implementation that is not ours.

Reads {"schema": …, "documents": […]} and prints, for each document, the list of what is wrong with it.
"""

import json
import sys

from jsonschema import Draft202012Validator

given = json.load(sys.stdin)
Draft202012Validator.check_schema(given["schema"])
validator = Draft202012Validator(given["schema"])
found = [
    [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]
    for document in given["documents"]
]
json.dump(found, sys.stdout)
