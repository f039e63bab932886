"""Runs moto's AWS KMS and SSM on a free port of 127.0.0.1, prints the port, and ends when its input is closed."""

import sys
import threading

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from moto.kms import responses, utils
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

sign_message = utils.ECDSAPrivateKey.sign
original_sign = responses.KmsResponse.sign
digests = threading.local()


def sign_by_type(self):
    digests.is_one = self._get_param("MessageType") == "DIGEST"
    return original_sign(self)


def sign(self, message, signing_algorithm):
    # moto itself ignores MessageType, so it would hash the digest again.
    if getattr(digests, "is_one", False):
        return self.private_key.sign(message, ec.ECDSA(Prehashed(hashes.SHA384())))
    return sign_message(self, message, signing_algorithm)


if "--as-it-is" not in sys.argv:
    utils.ECDSAPrivateKey.sign = sign
    responses.KmsResponse.sign = sign_by_type

server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
