"""Runs the cases with the AWS CLI in one process, because a process for each case would take minutes."""
import contextlib
import io
import json
import os
import re

from awscli.clidriver import create_clidriver
from botocore import xform_name

import cases

spec = cases.read_spec()
with open("config", "w", encoding="utf-8") as file:
    # The emulator, not the client, must reject invalid requests.
    file.write("[default]\nparameter_validation = false\n")
os.environ.update(
    AWS_CONFIG_FILE="config",
    AWS_ENDPOINT_URL_IVS=spec["endpoint"],
    AWS_DEFAULT_REGION=spec["region"],
    AWS_ACCESS_KEY_ID=spec["accessKeyId"],
    AWS_SECRET_ACCESS_KEY=spec["secretAccessKey"],
    AWS_MAX_ATTEMPTS="1",
)
driver = create_clidriver()
ERROR = re.compile(r"An error occurred \((\w+)\) when calling the \w+ operation(?: \([^)]*\))?: (.+)", re.DOTALL)


def call(operation, request):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = driver.main(["ivs", xform_name(operation, "-"), "--cli-input-json", json.dumps(request)])
    if code == 0:
        return {}
    found = ERROR.search(err.getvalue())
    return {"code": found[1], "message": found[2].strip()} if found else {"code": f"exit code {code}", "message": err.getvalue()}


cases.run(spec, driver.session.get_service_model("ivs"), call)
