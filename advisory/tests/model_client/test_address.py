from __future__ import annotations

from collections.abc import Sequence

import pytest

from advisory.model_client.address import check_host, looked_up, parsed
from advisory.model_client.errors import ModelError


def at(*ips: str) -> object:
    def resolve(_host: str, _port: int) -> Sequence[str]:
        return ips

    return resolve


@pytest.mark.parametrize(
    "text",
    [
        "", "llm.example.org", "ftp://llm.example.org", "file:///etc/passwd", "gopher://x/", "https://",
        "https://user:word@llm.example.org", "https://@llm.example.org/", "https://llm.example.org/v1?a=b",
        "https://llm.example.org/#x", "https://llm.example.org/\nHost: x", "https://llm.example.org\\@10.0.0.1",
        "https://llm.example.org:99999/", "https://llm.example.org:port/", "https://[::1", "https://a b.org",
        "https://[fe80::1%eth0]/", "https://" + "a" * 400,
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused(text: str) -> None:
    with pytest.raises(ModelError) as caught:
        parsed(text)
    assert caught.value.code == "bad_address"


def test_an_address_is_read_into_its_parts() -> None:
    base = parsed("https://LLM.Example.org./v1/")
    assert (base.host, base.port, base.path, base.netloc) == ("llm.example.org", 443, "/v1", "llm.example.org")
    assert parsed("http://[::1]:8080").netloc == "[::1]:8080"
    assert parsed("https://bücher.example/").host == "xn--bcher-kva.example"


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "::ffff:10.0.0.1",
        "::ffff:169.254.169.254", "2002:7f00:1::", "64:ff9b::a00:1", "64:ff9b::7f00:1", "100.100.100.200",
    ],
)  # fmt: skip
def test_a_name_that_leads_into_a_private_network_is_refused(ip: str) -> None:
    base = parsed("https://llm.example.org/v1")
    for found in ((ip,), ("93.184.216.34", ip)):
        with pytest.raises(ModelError) as caught:
            looked_up(base, [], 1, at(*found))  # type: ignore[arg-type]
        assert caught.value.code == "refused_address", found


@pytest.mark.parametrize(
    "text",
    [
        "https://127.0.0.1/", "https://[::1]/", "https://10.1.2.3/", "https://169.254.169.254/", "https://localhost/",
        "https://metadata.google.internal/", "https://printer.local/", "https://redis/", "http://llm.example.org/",
    ],
)  # fmt: skip
def test_what_is_plainly_private_is_refused_without_a_look_up(text: str) -> None:
    with pytest.raises(ModelError) as caught:
        check_host(parsed(text), [])
    assert caught.value.code == "refused_address"


@pytest.mark.parametrize("ip", ["169.254.169.254", "fe80::1", "fd00:ec2::254", "::", "::ffff:169.254.169.254"])
def test_where_credentials_lie_nobody_goes_even_when_it_is_listed(ip: str) -> None:
    with pytest.raises(ModelError) as caught:
        looked_up(parsed("http://box.example.org/"), ["box.example.org"], 1, at(ip))  # type: ignore[arg-type]
    assert caught.value.code == "refused_address"


def test_a_listed_host_may_be_private_and_without_tls() -> None:
    for listed in (["box.lan"], ["box.lan:8080"], [" BOX.lan "]):
        target = looked_up(parsed("http://box.lan:8080/v1"), listed, 1, at("192.168.1.5"))  # type: ignore[arg-type]
        assert target.ip == "192.168.1.5"


def test_where_hosts_are_listed_no_other_may_be_asked() -> None:
    with pytest.raises(ModelError) as caught:
        check_host(parsed("https://llm.example.org/"), ["other.example.org"])
    assert caught.value.code == "refused_address"
    with pytest.raises(ModelError):
        check_host(parsed("https://llm.example.org:8443/"), ["llm.example.org:443"])


def test_the_name_is_asked_for_once_and_the_first_answer_is_kept() -> None:
    answers = [["93.184.216.34"], ["127.0.0.1"]]
    target = looked_up(parsed("https://llm.example.org/"), [], 1, lambda _host, _port: answers.pop(0))
    assert target.ip == "93.184.216.34"
    assert answers == [["127.0.0.1"]]


def test_a_name_that_nobody_answers_for_is_unreachable_and_a_slow_one_is_late() -> None:
    import time

    def never(_host: str, _port: int) -> Sequence[str]:
        raise OSError("no such name")

    def slow(_host: str, _port: int) -> Sequence[str]:
        time.sleep(1)
        return ["93.184.216.34"]

    base = parsed("https://llm.example.org/")
    for resolve, code in ((never, "unreachable"), (slow, "timed_out"), (at(), "unreachable")):
        with pytest.raises(ModelError) as caught:
            looked_up(base, [], 0.1, resolve)  # type: ignore[arg-type]
        assert caught.value.code == code
