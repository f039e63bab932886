"""Reads the cases from a file, sends each case with a botocore client, and prints the results."""
import json
import sys
import urllib.request


def read_spec():
    with open(sys.argv[1], encoding="utf-8") as file:
        return json.load(file)


def run(spec, model, call):
    """Calls each operation with its input, unless the client's own model is too old for the case."""
    results = []
    for case in spec["cases"]:
        if case["operation"] not in model.operation_names or not _fits(model.operation_model(case["operation"]).input_shape, case["input"]):
            results.append({"unknown": True})
            continue
        if case.get("fault"):
            body = json.dumps({"operation": case["operation"], "code": case["fault"]}).encode()
            request = urllib.request.Request(spec["endpoint"] + "/_emulator/faults", body, {"Content-Type": "application/json"})
            urllib.request.urlopen(request).close()
        results.append(call(case["operation"], case["input"]))
    print(json.dumps(results))


def _fits(shape, value):
    if shape.type_name == "structure" and isinstance(value, dict):
        return all(name in shape.members and _fits(shape.members[name], item) for name, item in value.items())
    if shape.type_name == "list" and isinstance(value, list):
        return all(_fits(shape.member, item) for item in value)
    return True
