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
results = []
for case in spec["cases"]:
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
