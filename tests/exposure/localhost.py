# Names below localhost are this machine (RFC 6761), which not every C library knows.
import socket

ask = socket.getaddrinfo


def answer(host, *more, **options):
    if str(host).endswith(".localhost"):
        host = "127.0.0.1"
    return ask(host, *more, **options)


socket.getaddrinfo = answer
