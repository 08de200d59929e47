"""A certificate made on the spot for servers on this computer, and the client side that trusts only it."""

from __future__ import annotations

import ssl
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_LASTS = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class LoopbackCertificate:
    """Certificate and key as PEM, valid for 127.0.0.1 and localhost around the moment they were made."""

    certificate: bytes
    key: bytes

    def server(self) -> ssl.SSLContext:
        """The server's side."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with tempfile.TemporaryDirectory() as folder:
            both = Path(folder) / "both.pem"
            both.write_bytes(self.key + self.certificate)
            context.load_cert_chain(both)
        return context

    def client(self) -> ssl.SSLContext:
        """The client's side: full checks, with this certificate as the only authority."""
        return ssl.create_default_context(cadata=self.certificate.decode("ascii"))


def make_certificate(now: datetime) -> LoopbackCertificate:
    """A fresh self-signed certificate, valid from a day before ``now`` to a day after."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    places = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - _LASTS / 2)
        .not_valid_after(now + _LASTS / 2)
        .add_extension(places, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return LoopbackCertificate(made.public_bytes(serialization.Encoding.PEM), secret)
