"""A language model's server that means harm, for tests and benchmarks: OpenAI's protocol on 127.0.0.1, stdlib only.

    with HostileModel(seed=1) as model:                      # another behaviour a request, the same ones each time
    with HostileModel(script=("http_500", "honest")) as model:  # these in turn, over and over

`model.url` is the base address (`http://127.0.0.1:PORT/v1`), `model.requests` what was asked, to the byte, and
`model.strayed` what followed a redirection to another host. Behaviours are in behaviours.py.
"""

from tests.hostile_model.behaviours import BEHAVIOURS
from tests.hostile_model.server import Asked, HostileModel

__all__ = ["BEHAVIOURS", "Asked", "HostileModel"]
