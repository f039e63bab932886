"""Runs the AWS CLI with the arguments of each line, and prints the result as a line."""
import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

driver = create_clidriver()
for line in sys.stdin:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = driver.main(json.loads(line))
        except SystemExit as ended:
            code = ended.code
    print(json.dumps({"exit": code, "output": out.getvalue(), "error": err.getvalue()}), flush=True)
