"""The settings of one installation, from the environment; everything has a safe default for one's own computer."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from platformdirs import user_data_path

from workshop.language.tongue import Address

APP = "klantreis-workshop"
SECRET_BYTES = 32


class SettingsError(Exception):
    """A setting that the program cannot start with; `key` and `values` name the words ([cli.settings])."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the program listens, where it keeps data, and how it names itself in links.

    `data` is a private folder for the database and the key; `exports` the default folder for reports;
    `base_url` is the only source of absolute links (never the Host header); `https` says that a proxy in front
    of the program speaks https, so cookies may be Secure.
    """

    data: Path
    exports: Path
    host: str = "127.0.0.1"
    port: int = 8000
    base_url: str = "http://127.0.0.1:8000"
    https: bool = False
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    secret_key: bytes = b""
    language: str = "nl"
    address: Address = Address.JE
    """How Dutch pages without a dossier speak to the reader, and new dossiers at first."""
    questionnaire: str = "klantreis"
    questionnaires: Path | None = None
    house_styles: bool = False
    """Whether visitors of a server may upload house styles; on one's own computer everyone may."""
    style_page: bool = False
    """Whether /stijl shows our tokens and components: for whoever builds pages."""
    adviser: str = ""
    office: str = ""
    """Who makes the reports, and for which office: on the front page, and where a house style asks for it."""
    contact: str = ""
    """How to reach the adviser ("06-12345678"), at the foot of every page."""

    @property
    def database(self) -> Path:
        """The file that holds all dossiers."""
        return self.data / "dossiers.sqlite3"

    def listening(self, host: str, port: int) -> "Settings":
        """Return settings for another address; without a base_url of its own the links follow."""
        own = f"http://{self.host}:{self.port}"
        base = f"http://{host}:{port}" if self.base_url == own else self.base_url
        hosts = self.trusted_hosts if host in ("0.0.0.0", "::") else (*self.trusted_hosts, host)  # noqa: S104 - a comparison
        return replace(self, host=host, port=port, base_url=base, trusted_hosts=tuple(dict.fromkeys(hosts)))


def read_settings(environment: Mapping[str, str] = os.environ, exports: Path = Path("exports")) -> Settings:
    """Read the settings: WORKSHOP_DATA, _EXPORTS, _HOST, _PORT, _URL, _TRUSTED_HOSTS, _LANGUAGE, _ADDRESS,
    _QUESTIONNAIRE, _QUESTIONNAIRES, _HOUSE_STYLES, _STYLE_PAGE, _ADVISER, _OFFICE.

    `exports` is the folder for reports where the environment names none. Raises SettingsError for a value that
    cannot be meant.
    """
    host, port = environment.get("WORKSHOP_HOST", "127.0.0.1"), _port(environment.get("WORKSHOP_PORT", "8000"))
    base = environment.get("WORKSHOP_URL", f"http://{host}:{port}").rstrip("/")
    if not base.startswith(("http://", "https://")):
        raise SettingsError("url", value=base)
    extra = [one.strip() for one in environment.get("WORKSHOP_TRUSTED_HOSTS", "").split(",") if one.strip()]
    named = base.split("//", 1)[1].split("/")[0].rsplit(":", 1)[0]
    own = environment.get("WORKSHOP_QUESTIONNAIRES")
    return Settings(
        data=Path(environment["WORKSHOP_DATA"]) if environment.get("WORKSHOP_DATA") else user_data_path(APP),
        exports=Path(environment["WORKSHOP_EXPORTS"]) if environment.get("WORKSHOP_EXPORTS") else exports,
        host=host,
        port=port,
        base_url=base,
        https=base.startswith("https://"),
        trusted_hosts=tuple(dict.fromkeys(["127.0.0.1", "localhost", named, *extra])),
        language=environment.get("WORKSHOP_LANGUAGE", "nl"),
        address=_address(environment.get("WORKSHOP_ADDRESS") or Address.JE),
        questionnaire=environment.get("WORKSHOP_QUESTIONNAIRE") or "klantreis",
        questionnaires=Path(own) if own else None,
        house_styles=environment.get("WORKSHOP_HOUSE_STYLES") == "1",
        style_page=environment.get("WORKSHOP_STYLE_PAGE") == "1",
        adviser=environment.get("WORKSHOP_ADVISER", "").strip(),
        office=environment.get("WORKSHOP_OFFICE", "").strip(),
        contact=environment.get("WORKSHOP_CONTACT", "").strip(),
    )


def _address(text: str) -> Address:
    try:
        return Address(text.strip().lower())
    except ValueError as error:
        raise SettingsError("address", value=text) from error


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 <= int(text) <= 65535:
        raise SettingsError("port", value=text)
    return int(text)


def with_secret(settings: Settings) -> Settings:
    """Return settings with the signing key of this installation, made once and readable by its owner only.

    Raises SettingsError when the data folder cannot be written.
    """
    path = settings.data / "secret.key"
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _write_secret(path)
        key = path.read_bytes()
    except OSError as error:
        raise SettingsError("data", folder=str(settings.data), reason=error.strerror or str(error)) from error
    if len(key) < SECRET_BYTES:
        raise SettingsError("secret", file=str(path))
    return replace(settings, secret_key=key)


def _write_secret(path: Path) -> None:
    """Write a new key in one go, so that two starts at once end up with the same one."""
    draft = path.with_suffix(f".{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(SECRET_BYTES))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:
        draft.replace(path)
        return
    draft.unlink()
