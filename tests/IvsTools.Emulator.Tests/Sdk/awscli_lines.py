"""Runs AWS CLI commands. Each line of standard input is a JSON array of arguments, and each line of output is a JSON result."""
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
