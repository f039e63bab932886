import json
import os
import subprocess
import urllib.request

import pytest


@pytest.fixture(scope="session")
def endpoint():
    """Starts ivs-emulator on a free port and sets the variables that boto3 reads."""
    process = subprocess.Popen(["ivs-emulator", "--port", "0", "--quiet"], stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    settings = dict(process.stdout.readline().strip().split("=", 1) for _ in range(5))
    os.environ.update(settings)
    yield settings["AWS_ENDPOINT_URL_IVS"]
    process.terminate()
    assert process.wait() == 0


@pytest.fixture
def control(endpoint):
    """Removes all resources and faults, and returns a function for requests to the control routes."""

    def post(path, body=None):
        request = urllib.request.Request(
            f"{endpoint}/_emulator/{path}",
            data=json.dumps(body or {}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    post("reset")
    return post
