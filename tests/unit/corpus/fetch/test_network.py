import socket
import threading
import time

import httpcore
import pytest

from corpus.fetch.network import GuardedBackend, OutOfTime, PrivateAddress, UnknownHost


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8",
        "198.18.0.1", "203.0.113.9", "224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1", "192.0.2.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a00:1::1",
        "2001:0:a00:1::1", "::ffff:0:10.0.0.1", "fec0::1", "3fff::1", "no address", "",
    ],
)  # fmt: skip
def test_address_that_is_not_public_is_refused(address) -> None:
    assert not GuardedBackend().is_allowed(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "151.101.1.1", "2606:4700:4700::1111", "2001:4860:4860::8888"])
def test_public_address_is_allowed(address) -> None:
    assert GuardedBackend().is_allowed(address)


def test_network_that_is_named_is_allowed_and_no_other() -> None:
    backend = GuardedBackend(["192.168.7.0/24", "fd00::/64"])
    assert backend.is_allowed("192.168.7.9") and backend.is_allowed("fd00::5")
    assert not backend.is_allowed("192.168.8.9") and not backend.is_allowed("127.0.0.1")


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def test_name_is_resolved_once_and_the_checked_address_is_the_one_connected_to(listener) -> None:
    # A name that is public when it is checked and private a moment later.
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    asked = []

    def resolve(host, port):
        asked.append(host)
        return next(answers)

    stream = GuardedBackend(["127.0.0.1/32"], resolve).connect_tcp("rebinding.test", listener.getsockname()[1])
    assert stream.get_extra_info("server_addr")[0] == "127.0.0.1"
    assert asked == ["rebinding.test"]
    stream.close()


def test_of_several_addresses_only_public_ones_are_tried(listener) -> None:
    backend = GuardedBackend(["127.0.0.1/32"], lambda host, port: ["10.0.0.1", "::1", "127.0.0.1"])
    stream = backend.connect_tcp("mixed.test", listener.getsockname()[1])
    assert stream.get_extra_info("server_addr")[0] == "127.0.0.1"
    stream.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "localhost", "0177.0.0.1"])
def test_spelling_of_loopback_does_not_hide_it(listener, host) -> None:
    with pytest.raises((PrivateAddress, UnknownHost)):
        GuardedBackend().connect_tcp(host, listener.getsockname()[1], timeout=5)


def test_next_address_is_tried_where_one_does_not_answer(listener) -> None:
    backend = GuardedBackend(["127.0.0.0/8"], lambda host, port: ["127.0.0.9", "127.0.0.1"])
    stream = backend.connect_tcp("half.test", listener.getsockname()[1], timeout=5)
    assert stream.get_extra_info("server_addr")[0] == "127.0.0.1"
    stream.close()


@pytest.mark.parametrize(("code", "may_pass"), [(socket.EAI_NONAME, False), (socket.EAI_AGAIN, True)])
def test_unknown_name_says_whether_asking_again_helps(code, may_pass) -> None:
    def resolve(host, port):
        raise socket.gaierror(code, "no")

    with pytest.raises(UnknownHost) as caught:
        GuardedBackend(resolve=resolve).connect_tcp("nowhere.test", 80)
    assert caught.value.may_pass is may_pass


def test_name_look_up_has_a_time_limit() -> None:
    hold = threading.Event()
    backend = GuardedBackend(resolve=lambda host, port: hold.wait(20) and [])
    started = time.monotonic()
    with pytest.raises(httpcore.ConnectTimeout):
        backend.connect_tcp("slow.test", 80, timeout=0.05)
    assert time.monotonic() - started < 10
    hold.set()


def test_waits_of_one_thread_end_together(listener) -> None:
    backend = GuardedBackend(["127.0.0.1/32"])
    stream = backend.connect_tcp("127.0.0.1", listener.getsockname()[1])
    backend.limit_time(0.05)
    with pytest.raises(OutOfTime):
        stream.read(1, timeout=30)
    with pytest.raises(OutOfTime):
        stream.write(b"x", timeout=30)
    # Other threads have their own time.
    other = []
    thread = threading.Thread(target=lambda: other.append(backend.seconds_left(5)))
    thread.start()
    thread.join()
    assert other == [5]
    stream.close()
