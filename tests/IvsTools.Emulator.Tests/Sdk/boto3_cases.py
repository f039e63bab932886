"""Runs the cases with boto3."""
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

import cases

spec = cases.read_spec()
client = boto3.client(
    "ivs",
    endpoint_url=spec["endpoint"],
    region_name=spec["region"],
    aws_access_key_id=spec["accessKeyId"],
    aws_secret_access_key=spec["secretAccessKey"],
    # The emulator, not the client, must reject invalid requests.
    config=Config(parameter_validation=False, retries={"total_max_attempts": 1}),
)


def call(operation, request):
    try:
        client._make_api_call(operation, request)
        return {}
    except ClientError as error:
        return {
            "code": error.response["Error"]["Code"],
            "message": error.response["Error"]["Message"],
            "requestId": error.response["ResponseMetadata"].get("RequestId"),
        }


cases.run(spec, client.meta.service_model, call)
