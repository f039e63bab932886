"""Sends the cases of a file through boto3, and prints what each one got."""
import json
import sys
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

with open(sys.argv[1], encoding="utf-8") as file:
    spec = json.load(file)
client = boto3.client(
    "ivs",
    endpoint_url=spec["endpoint"],
    region_name=spec["region"],
    aws_access_key_id=spec["accessKeyId"],
    aws_secret_access_key=spec["secretAccessKey"],
    # The emulator is to refuse, not the client.
    config=Config(parameter_validation=False, retries={"total_max_attempts": 1}),
)


def knows(shape, value):
    """False for a member that is newer than this boto3, which would not send it."""
    if shape.type_name == "structure" and isinstance(value, dict):
        return all(name in shape.members and knows(shape.members[name], item) for name, item in value.items())
    if shape.type_name == "list" and isinstance(value, list):
        return all(knows(shape.member, item) for item in value)
    return True


model = client.meta.service_model
results = []
for case in spec["cases"]:
    if case["operation"] not in model.operation_names or not knows(model.operation_model(case["operation"]).input_shape, case["input"]):
        results.append({"unknown": True})
        continue
    if case.get("fault"):
        body = json.dumps({"operation": case["operation"], "code": case["fault"]}).encode()
        request = urllib.request.Request(spec["endpoint"] + "/_emulator/faults", body, {"Content-Type": "application/json"})
        urllib.request.urlopen(request).close()
    try:
        client._make_api_call(case["operation"], case["input"])
        results.append({})
    except ClientError as error:
        results.append({
            "code": error.response["Error"]["Code"],
            "message": error.response["Error"]["Message"],
            "requestId": error.response["ResponseMetadata"].get("RequestId"),
        })
print(json.dumps(results))
